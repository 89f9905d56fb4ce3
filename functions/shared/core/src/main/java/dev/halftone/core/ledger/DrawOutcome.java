package dev.halftone.core.ledger;

/** Whether an account can pay an amount, and from which buckets. */
public sealed interface DrawOutcome {

    record Drawn(Drawing drawing) implements DrawOutcome {}

    record Insufficient(Credits available) implements DrawOutcome {}

    /** What was taken back though it was spent must be made up for first. */
    record InDebt(Credits debt) implements DrawOutcome {}

    /** Nothing can be spent until somebody has decided what the account is frozen for. */
    record Frozen() implements DrawOutcome {}
}
