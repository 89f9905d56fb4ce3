package dev.halftone.core.ledger;

/** What became of a late refund. */
public sealed interface RefundOutcome {

    record Refunded(Credits amount) implements RefundOutcome {}

    /** It was refunded before, this much; nothing changed now. */
    record AlreadyRefunded(Credits amount) implements RefundOutcome {}

    record NoSuchTransfer() implements RefundOutcome {}

    /** It is pending or was voided, so nothing was charged. */
    record NotPosted() implements RefundOutcome {}

    record MoreThanCharged(Credits charged) implements RefundOutcome {}
}
