package dev.halftone.core.ledger;

import dev.halftone.core.ledger.Change.Shelf;
import dev.halftone.core.ledger.JournalEntry.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Credits on their way through a transfer: pending, then posted or voided, perhaps refunded. */
public final class Transferring {

    private static final String GENERATION = "generation";

    private Transferring() {}

    /** Sets the credits aside, if the buckets of the drawing still hold them. */
    public static Movement pending(PendingTransfer transfer) {
        Movement.Parts parts = new Movement.Parts();
        parts.require(new Requirement.NotFrozen());
        parts.require(new Requirement.Unchanged(Balance.DEBT, 0));
        for (Bucket part : transfer.drawing().parts()) {
            parts.change(new Change.Take(Shelf.BUCKETS, part.grant(), part.remaining()));
        }
        Legs legs =
                Legs.NONE
                        .from(Balance.AVAILABLE, transfer.amount())
                        .to(Balance.PENDING, transfer.amount());
        return parts.with(entry(transfer, Kind.PENDING, legs, GENERATION, transfer.at()));
    }

    /**
     * Charges for what was delivered; what remains goes back.
     *
     * @param charged at most what is pending
     * @param seen the account, if it was read; see {@link #voiding}
     */
    public static Movement post(
            PendingTransfer transfer, Credits charged, Instant at, @Nullable Account seen) {
        if (charged.isZero() || transfer.amount().isLessThan(charged)) {
            throw new IllegalArgumentException("A post charges 1 to all of what is pending");
        }
        Movement.Parts parts = new Movement.Parts();
        Legs legs = Legs.NONE.from(Balance.PENDING, transfer.amount()).to(Balance.USED, charged);
        if (charged.isLessThan(transfer.amount())) {
            legs =
                    new Returning(transfer, seen, at)
                            .bringBack(legs, charged, transfer.amount(), parts);
        }
        return parts.with(entry(transfer, Kind.POST, legs, GENERATION, at));
    }

    /**
     * The credits go back.
     *
     * @param reason why, in the words of a failure code
     * @param seen the account, or {@code null} to save reading it: then the movement fits the usual
     *     account, and one that refuses it must be read and planned for
     */
    public static Movement voiding(
            PendingTransfer transfer, String reason, Instant at, @Nullable Account seen) {
        Movement.Parts parts = new Movement.Parts();
        Legs legs =
                new Returning(transfer, seen, at)
                        .bringBack(
                                Legs.NONE.from(Balance.PENDING, transfer.amount()),
                                Credits.ZERO,
                                transfer.amount(),
                                parts);
        return parts.with(entry(transfer, Kind.VOID, legs, reason, at));
    }

    /** Gives back some of what was charged; what was burnt last comes back first. */
    public static Decision<RefundOutcome> refund(
            LateRefund refund, @Nullable TransferState state, Account seen) {
        return switch (state) {
            case null -> new Decision.Answer<>(new RefundOutcome.NoSuchTransfer());
            case TransferState.Pending _, TransferState.Voided _ ->
                    new Decision.Answer<>(new RefundOutcome.NotPosted());
            case TransferState.Posted posted -> refund(refund, posted, seen);
        };
    }

    private static Decision<RefundOutcome> refund(
            LateRefund refund, TransferState.Posted posted, Account seen) {
        if (!posted.refunded().isZero()) {
            return new Decision.Answer<>(new RefundOutcome.AlreadyRefunded(posted.refunded()));
        }
        if (posted.charged().isLessThan(refund.amount())) {
            return new Decision.Answer<>(new RefundOutcome.MoreThanCharged(posted.charged()));
        }
        Movement.Parts parts = new Movement.Parts();
        Legs legs =
                new Returning(posted.transfer(), seen, refund.at())
                        .bringBack(
                                Legs.NONE.from(Balance.USED, refund.amount()),
                                posted.charged().minus(refund.amount()),
                                posted.charged(),
                                parts);
        return new Decision.Book<>(
                parts.with(
                        entry(posted.transfer(), Kind.REFUND, legs, refund.reason(), refund.at())),
                new RefundOutcome.Refunded(refund.amount()));
    }

    private static JournalEntry entry(
            PendingTransfer transfer, Kind kind, Legs legs, String reason, Instant at) {
        return new JournalEntry(
                transfer.account(),
                kind.name() + "#" + transfer.id().value(),
                kind,
                legs,
                transfer.id().value(),
                reason,
                transfer.priceVersion(),
                transfer.trace(),
                at);
    }
}
