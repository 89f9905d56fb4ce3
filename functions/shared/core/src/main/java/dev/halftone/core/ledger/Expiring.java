package dev.halftone.core.ledger;

import dev.halftone.core.ledger.Change.Shelf;
import dev.halftone.core.ledger.JournalEntry.Kind;
import java.time.Instant;

/** Books what was not spent in time. */
public final class Expiring {

    private Expiring() {}

    /** Decides about a bucket whose expiry is said to be due. */
    public static Decision<ExpireOutcome> expire(
            GrantId bucket, BucketHistory history, Account seen, Instant now) {
        return seen.bucket(bucket)
                .map(held -> expire(Shelf.BUCKETS, held, history, seen, now))
                .or(
                        () ->
                                seen.waiting(bucket)
                                        .map(
                                                held ->
                                                        expire(
                                                                Shelf.WAITING,
                                                                held,
                                                                history,
                                                                seen,
                                                                now)))
                .orElseGet(() -> new Decision.Answer<>(new ExpireOutcome.NothingLeft()));
    }

    private static Decision<ExpireOutcome> expire(
            Shelf shelf, Bucket bucket, BucketHistory history, Account seen, Instant now) {
        Instant end = bucket.expiresAt();
        if (end == null || bucket.remaining().isZero()) {
            return new Decision.Answer<>(new ExpireOutcome.NothingLeft());
        }
        if (end.isAfter(now)) {
            return new Decision.Answer<>(new ExpireOutcome.NotYet(end));
        }
        Movement.Parts parts = new Movement.Parts();
        parts.change(new Change.Close(shelf, bucket.grant(), bucket.remaining(), end));
        parts.note(new BucketNote.Booked(bucket.grant(), history.expiries(), bucket.remaining()));
        JournalEntry entry =
                new JournalEntry(
                        seen.id(),
                        "EXPIRE#" + bucket.grant().value() + "#" + history.expiries(),
                        Kind.EXPIRE,
                        Legs.NONE
                                .from(Granting.balance(shelf), bucket.remaining())
                                .to(Balance.EXPIRED, bucket.remaining()),
                        null,
                        bucket.source().label(),
                        null,
                        null,
                        now);
        return new Decision.Book<>(
                parts.with(entry), new ExpireOutcome.Expired(bucket.remaining()));
    }
}
