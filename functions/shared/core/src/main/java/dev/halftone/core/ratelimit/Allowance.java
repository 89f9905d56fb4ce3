package dev.halftone.core.ratelimit;

import java.time.Duration;
import java.time.Instant;

/**
 * A bucket of whole tokens that fills up again, one after the other.
 *
 * <p>A bucket is one number: the moment at which it is full again. Each token that is taken moves
 * it by one interval, and none can be taken that would move it further than a whole bucket away.
 *
 * @param burst how many a full bucket has
 * @param interval in which one comes back, in whole milliseconds
 */
public record Allowance(int burst, Duration interval) {
    public Allowance {
        if (burst < 1 || interval.toMillis() < 1) {
            throw new IllegalArgumentException("A bucket has tokens, and they come back");
        }
    }

    /** How long an empty bucket takes to fill. */
    public Duration window() {
        return interval.multipliedBy(burst);
    }

    /** When it is full again once {@code tokens} more are taken. */
    public Instant fullAfter(Instant fullAt, int tokens, Instant now) {
        Instant from = fullAt.isAfter(now) ? fullAt : now;
        return from.plus(interval.multipliedBy(tokens));
    }

    /** How many can be taken. */
    public int left(Instant fullAt, Instant now) {
        if (!fullAt.isAfter(now)) {
            return burst;
        }
        long taken = Math.ceilDiv(Duration.between(now, fullAt).toMillis(), interval.toMillis());
        return (int) Math.max(0, burst - taken);
    }

    /** How long until one can be taken; nothing if one can be now. */
    public Duration untilOne(Instant fullAt, Instant now) {
        Duration wait = Duration.between(now.plus(window()).minus(interval), fullAt);
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
