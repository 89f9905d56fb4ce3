package dev.halftone.core.ledger;

import dev.halftone.core.account.AccountId;
import java.util.ArrayList;
import java.util.List;

/**
 * A balance as it stood when read. It only serves to choose buckets and to be shown: every change
 * is decided by the store's own conditions.
 *
 * @param available what can be spent now: the sum of all buckets
 * @param pending set aside for generations that have not ended
 * @param used posted for delivered generations
 * @param granted everything ever granted
 * @param entries how many journal entries the account has
 */
public record Account(
        AccountId id,
        Credits available,
        Credits pending,
        Credits used,
        Credits granted,
        List<Bucket> buckets,
        long entries) {

    public Account {
        buckets = List.copyOf(buckets);
    }

    /** The account before its first grant. */
    public static Account empty(AccountId id) {
        return new Account(
                id, Credits.ZERO, Credits.ZERO, Credits.ZERO, Credits.ZERO, List.of(), 0);
    }

    /** Chooses buckets in burn order until {@code amount} is covered. */
    public DrawOutcome draw(Credits amount) {
        List<Drawing.Part> parts = new ArrayList<>();
        Credits missing = amount;
        for (Bucket bucket : buckets.stream().sorted(Bucket.BURN_ORDER).toList()) {
            if (missing.isZero()) {
                break;
            }
            Credits taken = bucket.remaining().isLessThan(missing) ? bucket.remaining() : missing;
            if (!taken.isZero()) {
                parts.add(new Drawing.Part(bucket.grant(), taken));
                missing = missing.minus(taken);
            }
        }
        return missing.isZero()
                ? new DrawOutcome.Drawn(new Drawing(parts))
                : new DrawOutcome.Insufficient(available);
    }
}
