package dev.halftone.core.ledger;

/** Whether an account can pay an amount, and from which buckets. */
public sealed interface DrawOutcome {

    record Drawn(Drawing drawing) implements DrawOutcome {}

    record Insufficient(Credits available) implements DrawOutcome {}
}
