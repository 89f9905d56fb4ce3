package dev.halftone.core.payment;

/** What became of a fact. */
public sealed interface ApplyOutcome {

    /** Everything is as the fact says, by now or already before. */
    record Applied() implements ApplyOutcome {}

    /** A payment that is not what was ordered; a person has to look at it. */
    record Mismatched(Mismatch mismatch) implements ApplyOutcome {}

    /** It speaks of an order that is not known. */
    record NoSuchOrder() implements ApplyOutcome {}

    /** Nobody here can tell what it means. */
    record NotUnderstood() implements ApplyOutcome {}
}
