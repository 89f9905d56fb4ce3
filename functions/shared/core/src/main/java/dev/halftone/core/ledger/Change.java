package dev.halftone.core.ledger;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a movement does to an account besides its balances, and what that takes for granted. */
public sealed interface Change {

    /** Where buckets stand. */
    enum Shelf {
        /** Those that can be spent from. */
        BUCKETS,
        /** Those that were bought while there was no room among the others. */
        WAITING
    }

    /** A bucket that is not there yet. */
    record Open(Shelf shelf, Bucket bucket) implements Change {}

    /** Credits into a bucket that is there. */
    record Add(GrantId bucket, Credits amount) implements Change {}

    /** Credits out of a bucket that holds at least as many. */
    record Take(Shelf shelf, GrantId bucket, Credits amount) implements Change {}

    /**
     * A later expiry for a bucket that does not expire still later.
     *
     * @param extension how much of it is grace
     */
    record Extend(GrantId bucket, Instant expiresAt, Duration extension) implements Change {}

    /**
     * Removes a bucket that holds exactly this.
     *
     * @param expiresAt its expiry, where that matters
     */
    record Close(Shelf shelf, GrantId bucket, Credits holding, @Nullable Instant expiresAt)
            implements Change {}

    /** Nothing can be spent while any cause lasts. */
    record Freeze(FreezeCause cause) implements Change {}

    record Thaw(FreezeCause cause) implements Change {}
}
