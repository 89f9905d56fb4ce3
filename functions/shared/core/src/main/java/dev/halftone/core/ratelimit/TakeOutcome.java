package dev.halftone.core.ratelimit;

import java.time.Instant;

/** What became of an attempt to take tokens. */
public sealed interface TakeOutcome {

    /**
     * They were taken.
     *
     * @param fullAt when the bucket is full again
     */
    record Taken(Instant fullAt) implements TakeOutcome {}

    /**
     * There are not as many.
     *
     * @param fullAt when the bucket is full again
     */
    record TooFew(Instant fullAt) implements TakeOutcome {}
}
