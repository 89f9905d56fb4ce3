package dev.halftone.core.ledger;

/** What became of a freeze. */
public sealed interface FreezeOutcome {

    record Frozen() implements FreezeOutcome {}

    /** This cause froze the account before, even if it was thawed since; nothing changed now. */
    record AlreadyFrozen() implements FreezeOutcome {}

    record NoSuchAccount() implements FreezeOutcome {}

    /** Frozen for as many other causes as an account can have; nothing changed now. */
    record TooManyCauses() implements FreezeOutcome {}
}
