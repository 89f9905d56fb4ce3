package dev.halftone.core.audit;

import dev.halftone.core.seal.Checkpoint;

/** What came of comparing one account. */
sealed interface AuditOutcome {

    /** The account is the sum of its lines, and they are what was sealed. */
    record Sound(Checkpoint checkpoint) implements AuditOutcome {}

    /** The chain is right up to here; the rest was not reached, or is still to be sealed. */
    record Unfinished(Checkpoint checkpoint) implements AuditOutcome {}

    record Differs(Finding finding) implements AuditOutcome {}
}
