package dev.halftone.core.ledger;

/** How a transfer stands. */
public sealed interface TransferState {

    PendingTransfer transfer();

    record Pending(PendingTransfer transfer) implements TransferState {}

    /**
     * Charged for.
     *
     * @param charged the first so many credits of its drawing
     * @param refunded the last so many of those, given back later; zero if that never happened
     */
    record Posted(PendingTransfer transfer, Credits charged, Credits refunded)
            implements TransferState {}

    record Voided(PendingTransfer transfer) implements TransferState {}
}
