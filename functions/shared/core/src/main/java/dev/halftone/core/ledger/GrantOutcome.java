package dev.halftone.core.ledger;

/** What became of a grant. */
public sealed interface GrantOutcome {

    record Granted(Credits amount) implements GrantOutcome {}

    /**
     * Bought, but the account has no room for another bucket: the credits wait, to be seen by their
     * owner, until one empties.
     */
    record Waiting(Credits amount) implements GrantOutcome {}

    /** The business key had its effect before; nothing changed now. */
    record AlreadyGranted() implements GrantOutcome {}

    /** The business key had another effect before; nothing changed now. */
    record KeyReused() implements GrantOutcome {}

    /** The account holds as many live buckets as one update can name; nothing changed now. */
    record TooManyBuckets() implements GrantOutcome {}

    /** More than an account can ever be granted; nothing changed now. */
    record TooManyCredits() implements GrantOutcome {}
}
