package dev.halftone.testing;

import dev.halftone.core.TransientFailure;
import dev.halftone.core.ratelimit.Allowance;
import dev.halftone.core.ratelimit.BucketId;
import dev.halftone.core.ratelimit.RateLimits;
import dev.halftone.core.ratelimit.TakeOutcome;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Buckets in memory. */
public final class InMemoryRateLimits implements RateLimits {

    private final Map<BucketId, Instant> fullAt = new HashMap<>();
    private int writes;
    private boolean down;

    /** From now on, or no longer, it does not answer. */
    public synchronized void setDown(boolean down) {
        this.down = down;
    }

    /** How often somebody asked for tokens. */
    public synchronized int writes() {
        return writes;
    }

    @Override
    public synchronized TakeOutcome take(BucketId bucket, int tokens, Instant now) {
        writes++;
        if (down) {
            throw new TransientFailure("memory", "told to be down");
        }
        Allowance allowance = bucket.kind().allowance();
        Instant before = fullAt.getOrDefault(bucket, Instant.EPOCH);
        Instant after = allowance.fullAfter(before, tokens, now);
        if (after.isAfter(now.plus(allowance.window()))) {
            return new TakeOutcome.TooFew(before);
        }
        fullAt.put(bucket, after);
        return new TakeOutcome.Taken(after);
    }
}
