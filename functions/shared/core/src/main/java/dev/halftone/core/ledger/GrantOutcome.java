package dev.halftone.core.ledger;

/** What became of a grant. */
public sealed interface GrantOutcome {

    record Granted(Credits amount) implements GrantOutcome {}

    /** The business key had its effect before; nothing changed now. */
    record AlreadyGranted() implements GrantOutcome {}

    /** The account holds as many live buckets as one update can name; nothing changed now. */
    record TooManyBuckets() implements GrantOutcome {}
}
