package dev.halftone.core.ledger;

import dev.halftone.core.account.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An account as it stood when read. It only serves to plan a movement and to be shown: every change
 * is decided by the store's own conditions.
 *
 * <p>At every read: the balances together are zero, none has the wrong sign, {@code AVAILABLE} is
 * what the buckets hold, {@code WAITING} is what those hold that wait, and there is debt only while
 * both are empty.
 *
 * @param balances the sum of the legs of all its entries
 * @param freezes why nothing can be spent; empty if it can
 * @param entries how many journal entries the account has
 */
public record Account(
        AccountId id,
        Legs balances,
        List<Bucket> buckets,
        List<Bucket> waiting,
        Set<FreezeCause> freezes,
        long entries) {

    /** How much one account can be given, and be sold: so that no page ever has to round a sum. */
    public static final long ISSUED_MAX = 4_000_000_000_000_000L;

    public static final int BUCKETS_MAX = Drawing.PARTS_MAX;
    public static final int WAITING_MAX = 40;
    public static final int FREEZES_MAX = 20;

    private static final Comparator<Bucket> BY_GRANT =
            Comparator.comparing(bucket -> bucket.grant().value());

    public Account {
        buckets = buckets.stream().sorted(BY_GRANT).toList();
        waiting = waiting.stream().sorted(BY_GRANT).toList();
        freezes = Collections.unmodifiableSortedSet(new TreeSet<>(freezes));
    }

    /** The account before its first grant. */
    public static Account empty(AccountId id) {
        return new Account(id, Legs.NONE, List.of(), List.of(), Set.of(), 0);
    }

    /** The amount of a balance, without its sign. */
    public Credits balance(Balance balance) {
        return new Credits(Math.abs(balances.amount(balance)));
    }

    /** What all buckets hold, also those that cannot be spent from yet or any more. */
    public Credits available() {
        return balance(Balance.AVAILABLE);
    }

    public Credits pending() {
        return balance(Balance.PENDING);
    }

    public Credits used() {
        return balance(Balance.USED);
    }

    /** Everything ever granted, given or sold. */
    public Credits granted() {
        return balance(Balance.GIVEN).plus(balance(Balance.BOUGHT));
    }

    public Credits debt() {
        return balance(Balance.DEBT);
    }

    public boolean isFrozen() {
        return !freezes.isEmpty();
    }

    /** What can be spent at {@code now}. */
    public Credits spendable(Instant now) {
        return total(buckets.stream().filter(bucket -> bucket.isLive(now)).toList());
    }

    /** Chooses buckets in burn order until {@code amount} is covered. */
    public DrawOutcome draw(Credits amount, Instant now) {
        if (isFrozen()) {
            return new DrawOutcome.Frozen();
        }
        if (!debt().isZero()) {
            return new DrawOutcome.InDebt(debt());
        }
        List<Bucket> parts = new ArrayList<>();
        Credits missing = amount;
        for (Bucket bucket : inBurnOrder(buckets)) {
            if (missing.isZero() || parts.size() == Drawing.PARTS_MAX) {
                break;
            }
            Credits taken = bucket.remaining().atMost(missing);
            if (!taken.isZero() && bucket.isLive(now)) {
                parts.add(bucket.holding(taken));
                missing = missing.minus(taken);
            }
        }
        return missing.isZero()
                ? new DrawOutcome.Drawn(new Drawing(parts))
                : new DrawOutcome.Insufficient(spendable(now));
    }

    /** What the movement makes of this account, or empty if it refuses it. */
    public Optional<Account> after(Movement movement) {
        return AccountChange.apply(this, movement);
    }

    static List<Bucket> inBurnOrder(List<Bucket> buckets) {
        return buckets.stream().sorted(Bucket.BURN_ORDER).toList();
    }

    static Credits total(List<Bucket> buckets) {
        return buckets.stream().map(Bucket::remaining).reduce(Credits.ZERO, Credits::plus);
    }

    Optional<Bucket> bucket(GrantId grant) {
        return find(buckets, grant);
    }

    Optional<Bucket> waiting(GrantId grant) {
        return find(waiting, grant);
    }

    private static Optional<Bucket> find(List<Bucket> buckets, GrantId grant) {
        return buckets.stream().filter(bucket -> bucket.grant().equals(grant)).findFirst();
    }
}
