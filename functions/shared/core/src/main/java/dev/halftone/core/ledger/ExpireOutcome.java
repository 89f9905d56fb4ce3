package dev.halftone.core.ledger;

import java.time.Instant;

/** What became of an expiry. */
public sealed interface ExpireOutcome {

    record Expired(Credits amount) implements ExpireOutcome {}

    /** Everything was spent in time, or expired before. */
    record NothingLeft() implements ExpireOutcome {}

    /** The bucket lives on until then. */
    record NotYet(Instant expiresAt) implements ExpireOutcome {}
}
