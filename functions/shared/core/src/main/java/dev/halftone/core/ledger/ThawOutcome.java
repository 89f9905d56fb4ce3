package dev.halftone.core.ledger;

/** What became of a thaw. */
public sealed interface ThawOutcome {

    /**
     * This cause no longer freezes the account.
     *
     * @param frozen whether another one still does
     */
    record Thawed(boolean frozen) implements ThawOutcome {}

    /** This cause does not freeze the account; nothing changed now. */
    record NotFrozen() implements ThawOutcome {}
}
