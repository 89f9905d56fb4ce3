package dev.halftone.core.ledger;

import dev.halftone.core.ledger.Change.Shelf;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings credits of a transfer back: first whatever is owed is paid, the rest goes into the buckets
 * that it came from.
 */
final class Returning {

    private final PendingTransfer transfer;
    private final @Nullable Account seen;
    private final Instant at;

    /**
     * Plans a return.
     *
     * @param seen the account, or {@code null} to plan for the usual case: no debt, and every
     *     bucket is still there. If it is not, the store refuses and shows the account.
     */
    Returning(PendingTransfer transfer, @Nullable Account seen, Instant at) {
        this.transfer = transfer;
        this.seen = seen;
        this.at = at;
    }

    /**
     * Brings back credits {@code from} to {@code to} of the drawing; the first of them pay debt.
     */
    Legs bringBack(Legs legs, Credits from, Credits to, Movement.Parts parts) {
        Credits debt = seen == null ? Credits.ZERO : seen.debt();
        Credits paid = to.minus(from).atMost(debt);
        parts.require(new Requirement.Unchanged(Balance.DEBT, -debt.amount()));
        for (Bucket part : transfer.drawing().between(from.plus(paid), to)) {
            bringBack(part, parts);
        }
        return legs.to(Balance.DEBT, paid).to(Balance.AVAILABLE, to.minus(from).minus(paid));
    }

    private void bringBack(Bucket part, Movement.Parts parts) {
        Bucket present = seen == null ? part : seen.bucket(part.grant()).orElse(null);
        if (present == null) {
            Bucket reopened = part.returnedTo(at);
            parts.change(new Change.Open(Shelf.BUCKETS, reopened));
            due(reopened).ifPresent(parts::note);
            return;
        }
        parts.change(new Change.Add(part.grant(), part.remaining()));
        Bucket extended = present.returnedTo(at);
        Instant end = extended.expiresAt();
        if (end != null && !end.equals(present.expiresAt())) {
            parts.change(new Change.Extend(part.grant(), end, extended.extension()));
        }
        // Its expiry may be looked for at this moment, and found to have nothing left.
        if (present.isLate(at)) {
            due(extended).ifPresent(parts::note);
        }
    }

    static Optional<BucketNote> due(Bucket bucket) {
        return Optional.ofNullable(bucket.expiresAt())
                .map(end -> new BucketNote.Due(bucket.grant(), end));
    }
}
