package dev.halftone.core.ledger;

/** What must be true of an account at the moment of a movement. */
public sealed interface Requirement {

    /** Nobody changed this balance since it was read. */
    record Unchanged(Balance balance, long amount) implements Requirement {}

    record NotFrozen() implements Requirement {}

    /**
     * There is room for one more bucket.
     *
     * @param below how many there may be before, those included that the movement removes
     */
    record Room(Change.Shelf shelf, int below) implements Requirement {}
}
