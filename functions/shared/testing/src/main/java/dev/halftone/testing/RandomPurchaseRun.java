package dev.halftone.testing;

import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.BalanceSheet;
import dev.halftone.core.ledger.GrantSource;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.payment.DisputePhase;
import dev.halftone.core.payment.Order;
import dev.halftone.core.payment.PaymentFact;
import dev.halftone.core.payment.ProductId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Somebody buys, spends, has money back and disputes payments, in an order that its seed decides,
 * and is told of each as often as a processor may. After each step the totals that the owner sees
 * are compared with the simplest possible ones: the sums of what was bought and what was used.
 */
public final class RandomPurchaseRun {

    private static final int REFUND_STEP = 1_500;
    private static final int REFUND_MAX = 10_000;
    private static final int FAILED_REFUNDS_MAX = 3;
    private static final int DISPUTES_AT_ONCE = 2;
    // Leaves room for what is given back, which has to wait otherwise.
    private static final int BUCKETS_MAX = 20;

    private final RandomWorld world;
    private final RandomGenerations generations;
    private final Buyer buyer;
    private final List<Bought> bought = new ArrayList<>();
    private long purchased;
    private int second;

    /** A purchase, and how it stands with its processor. */
    private static final class Bought {
        private final int number;
        private final PaymentFact.Paid paid;
        private int refunded;
        private int failedRefunds;
        private DisputePhase dispute = DisputePhase.INQUIRY;

        private Bought(int number, PaymentFact.Paid paid) {
            this.number = number;
            this.paid = paid;
        }
    }

    public RandomPurchaseRun(StudioPorts studio, PaymentPorts payments, Person person, long seed) {
        this.world = new RandomWorld(studio, person, seed);
        this.generations = new RandomGenerations(world);
        this.buyer = new Buyer(payments, person);
    }

    /** Does one thing, compares the totals, and says what came of it. */
    public String step() {
        second++;
        world.now = world.now.plusSeconds(1);
        world.poor = world.rarely(3);
        String said =
                switch (world.random.nextInt(14)) {
                    case 0, 1, 2 -> buy();
                    case 3 -> any(this::again);
                    case 4 -> any(this::refund);
                    case 5 -> any(this::dispute);
                    case 6, 7 -> decide();
                    case 8, 9, 10 -> generations.submit();
                    case 11, 12 -> generations.post();
                    default -> world.rarely(2) ? generations.giveUp() : generations.refund();
                };
        check();
        return said;
    }

    /** The account as it is now. */
    public Account account() {
        return world.account();
    }

    /** How often something was bought. */
    public int purchases() {
        return bought.size();
    }

    private String buy() {
        if (account().buckets().stream().filter(each -> !each.remaining().isZero()).count()
                > BUCKETS_MAX) {
            return "enough";
        }
        int number = bought.size() + 1;
        ProductId product =
                world.random.nextBoolean() ? PaymentSamples.PACK : PaymentSamples.ENDING_PACK;
        Order order = buyer.ordered(number, product);
        Bought purchase = new Bought(number, buyer.paid(number, order));
        bought.add(purchase);
        purchased += order.purchase().credits().amount();
        return "buy " + buyer.hears(purchase.paid);
    }

    private String again(Bought purchase) {
        return "again " + buyer.hears(purchase.paid);
    }

    /** More of it goes back; now and then a refund fails, and nothing has gone back. */
    private String refund(Bought purchase) {
        boolean fails = purchase.failedRefunds < FAILED_REFUNDS_MAX && world.rarely(4);
        purchase.failedRefunds += fails ? 1 : 0;
        purchase.refunded = fails ? 0 : Math.min(REFUND_MAX, purchase.refunded + REFUND_STEP);
        PaymentFact fact = buyer.refunded(purchase.number, purchase.refunded, second);
        return "refund " + buyer.hears(fact) + buyer.hears(fact);
    }

    private String dispute(Bought purchase) {
        return disputed().size() == DISPUTES_AT_ONCE || purchase.dispute != DisputePhase.INQUIRY
                ? "no dispute"
                : phase(purchase, DisputePhase.OPEN);
    }

    private String decide() {
        List<Bought> open = disputed();
        return open.isEmpty()
                ? "nothing disputed"
                : phase(
                        world.anyOf(open),
                        world.random.nextBoolean() ? DisputePhase.WON : DisputePhase.LOST);
    }

    private String phase(Bought purchase, DisputePhase phase) {
        purchase.dispute = phase;
        PaymentFact fact = buyer.disputed(purchase.number, phase, second);
        return phase.label() + " " + buyer.hears(fact) + buyer.hears(fact);
    }

    private List<Bought> disputed() {
        return bought.stream().filter(each -> each.dispute == DisputePhase.OPEN).toList();
    }

    private String any(Function<Bought, String> what) {
        return bought.isEmpty() ? "nothing bought" : what.apply(world.anyOf(bought));
    }

    private void check() {
        Account account = account();
        BalanceSheet sheet = BalanceSheet.of(account, world.now);
        Conservation.check(account);
        Conservation.check(sheet);
        Conservation.equal("purchased", purchased, sheet.purchased().amount());
        Conservation.equal("used", world.used, sheet.used().amount());
        Conservation.equal("pending", world.pending, sheet.pending().amount());
    }

    /** The same totals from nothing but the lines of the journal. */
    public void audit() {
        List<JournalEntry> journal =
                Conservation.journal(world.ports.ledger(), world.person.account());
        BalanceSheet sheet = BalanceSheet.of(account(), world.now);
        Conservation.equal(
                "purchased",
                sum(journal, entry -> isPurchase(entry) ? entry.credits() : 0),
                sheet.purchased().amount());
        Conservation.equal(
                "used",
                -sum(journal, entry -> isUse(entry) ? entry.credits() : 0),
                sheet.used().amount());
        Conservation.audit(world.ports.ledger(), world.person.account());
    }

    private static boolean isPurchase(JournalEntry entry) {
        return entry.kind() == JournalEntry.Kind.GRANT
                && entry.reason().equals(GrantSource.PURCHASE.label());
    }

    private static boolean isUse(JournalEntry entry) {
        return entry.kind() == JournalEntry.Kind.POST || entry.kind() == JournalEntry.Kind.REFUND;
    }

    private static long sum(List<JournalEntry> journal, ToLongFunction<JournalEntry> credits) {
        return journal.stream().mapToLong(credits).sum();
    }
}
