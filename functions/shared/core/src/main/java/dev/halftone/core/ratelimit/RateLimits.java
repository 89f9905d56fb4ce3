package dev.halftone.core.ratelimit;

import java.time.Instant;

/** Keeps buckets for all environments of all functions. */
public interface RateLimits {

    /**
     * Takes all of these tokens or none, in one write that nobody else's can come between: of those
     * who ask at once, no more are given tokens than there are.
     */
    TakeOutcome take(BucketId bucket, int tokens, Instant now);
}
