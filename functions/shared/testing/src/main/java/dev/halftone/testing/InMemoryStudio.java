package dev.halftone.testing;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.account.UserId;
import dev.halftone.core.asset.StorageUse;
import dev.halftone.core.catalogue.Ceilings;
import dev.halftone.core.catalogue.Plans;
import dev.halftone.core.generation.Claim;
import dev.halftone.core.generation.Endings;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.Generations;
import dev.halftone.core.generation.Settlements;
import dev.halftone.core.generation.StoredResults;
import dev.halftone.core.generation.Submissions;
import dev.halftone.core.generation.Usages;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Corrections;
import dev.halftone.core.ledger.Expiries;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.Ledger;
import dev.halftone.core.ledger.Movement;
import dev.halftone.core.ledger.Subscription;
import dev.halftone.core.payment.Customers;
import dev.halftone.core.payment.Orders;
import dev.halftone.core.payment.Payments;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Generations and ledger in memory, behind one lock: what the tables do by conditions, it does by
 * letting only one in.
 */
public final class InMemoryStudio {

    // Guarded by this object's monitor.
    final Map<GenerationId, Stored> generations = new HashMap<>();
    final Books books;
    final Counters counters = new Counters();
    final InMemoryEndings endings = new InMemoryEndings(this);
    final Chains chains = new Chains();
    final Map<AccountId, String> plans = new HashMap<>();

    private final InMemoryLedger ledger = new InMemoryLedger(this);
    private final InMemoryCorrections corrections = new InMemoryCorrections(this);
    private final InMemoryExpiries expiries = new InMemoryExpiries(this);
    private final InMemorySubmissions submissions;
    private final InMemorySettlements settlements = new InMemorySettlements(this);
    private final InMemoryGenerations generationsPort = new InMemoryGenerations(this);
    private final InMemoryOrders orders = new InMemoryOrders(this);
    private final InMemoryPayments payments = new InMemoryPayments(this, orders);
    private final InMemoryCustomers customers = new InMemoryCustomers();
    private final InMemorySubscriptions subscriptions = new InMemorySubscriptions(this::follow);
    private final SealPorts seals =
            new SealPorts(
                    new InMemorySeals(this), new InMemoryRoots(this), new InMemoryCheckpoints());

    public InMemoryStudio() {
        this(UnaryOperator.identity());
    }

    /** A store that does something else than it should, to see whether anybody notices. */
    InMemoryStudio(UnaryOperator<Movement> bend) {
        this(bend, _ -> {});
    }

    /**
     * A store that somebody looks over the shoulder.
     *
     * @param bend what it does instead of each movement; itself, unless a fault is planted
     * @param witness hears of every line at the moment it is written
     */
    public InMemoryStudio(UnaryOperator<Movement> bend, Consumer<JournalEntry> witness) {
        this(bend, witness, Samples.economy().ceilings(), Plans.OPEN);
    }

    /** The same under other ceilings and plans. */
    public InMemoryStudio(
            UnaryOperator<Movement> bend,
            Consumer<JournalEntry> witness,
            Ceilings ceilings,
            Plans plans) {
        this.books = new Books(bend, witness);
        this.submissions = new InMemorySubmissions(this, ceilings, plans);
    }

    /** A generation and whose change it is. */
    record Stored(Generation generation, @Nullable Claim claim) {}

    public Ledger ledger() {
        return ledger;
    }

    public Corrections corrections() {
        return corrections;
    }

    public Expiries expiries() {
        return expiries;
    }

    public Submissions submissions() {
        return submissions;
    }

    /** The same under other ceilings. */
    public Submissions submissions(Ceilings ceilings) {
        return new InMemorySubmissions(this, ceilings, Plans.OPEN);
    }

    /** The same under other ceilings and plans. */
    public Submissions submissions(Ceilings ceilings, Plans of) {
        return new InMemorySubmissions(this, ceilings, of);
    }

    public Usages usages() {
        return (user, account, now) -> {
            synchronized (this) {
                return new Usages.Usage(plans.get(account), counters.made(user, now));
            }
        };
    }

    /** As if somebody had paid for that plan. */
    public void subscribe(AccountId account, String plan) {
        synchronized (this) {
            plans.put(account, plan);
        }
    }

    public Settlements settlements() {
        return settlements;
    }

    public Endings endings() {
        return endings;
    }

    public Generations generations() {
        return generationsPort;
    }

    public Orders orders() {
        return orders;
    }

    public Payments payments() {
        return payments;
    }

    public Customers customers() {
        return customers;
    }

    public PaymentPorts paymentPorts() {
        return new PaymentPorts(ledger, orders, payments, customers, subscriptions);
    }

    /** Subscriptions that the plans of accounts follow. */
    public InMemorySubscriptions subscriptions() {
        return subscriptions;
    }

    private void follow(Subscription subscription) {
        synchronized (this) {
            if (subscription.isLive(subscription.at())) {
                plans.put(subscription.account(), subscription.plan());
            } else {
                plans.remove(subscription.account());
            }
        }
    }

    /** Uploads whose owners' storage also takes what is made here. */
    public InMemoryAssets assets() {
        return new InMemoryAssets(this::kept);
    }

    private StorageUse kept(UserId owner) {
        synchronized (this) {
            return generations.values().stream()
                    .map(Stored::generation)
                    .filter(generation -> generation.owner().equals(owner))
                    .map(StoredResults::of)
                    .reduce(StorageUse.NOTHING, StorageUse::plus);
        }
    }

    public StudioPorts ports() {
        return new StudioPorts(
                ledger, corrections, expiries, submissions, settlements, generationsPort);
    }

    public SealPorts seals() {
        return seals;
    }

    /** Does what nobody may: changes a line that was written, or adds one that nobody booked. */
    public void rewrite(JournalEntry entry) {
        synchronized (this) {
            lose(entry.account(), entry.key());
            books.journal(entry.account()).put(Books.order(entry), entry);
        }
    }

    /** Does what nobody may: changes an account without a line. */
    public void rewrite(Account account) {
        synchronized (this) {
            books.put(account);
        }
    }

    /** Does what nobody may: takes a line away that was written. */
    public void lose(AccountId account, String key) {
        synchronized (this) {
            books.journal(account).values().removeIf(entry -> entry.key().equals(key));
        }
    }
}
