package dev.halftone.core.ledger;

/** What became of a revocation. */
public sealed interface RevokeOutcome {

    /**
     * Taken back.
     *
     * @param taken of what was there
     * @param debt of what was spent, now owed
     */
    record Revoked(Credits taken, Credits debt) implements RevokeOutcome {}

    /** At least as much had been taken back before; nothing changed now. */
    record AlreadyRevoked(Credits revoked) implements RevokeOutcome {}

    record NoSuchGrant() implements RevokeOutcome {}

    record MoreThanGranted(Credits granted) implements RevokeOutcome {}
}
