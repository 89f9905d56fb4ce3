package dev.halftone.core.payment;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a processor's own list of what happened was read.
 *
 * @param from what is older was read before
 * @param begunAt when the walk began that is on its way, or that came to the end last
 * @param cursor where the walk goes on; {@code null} if it begins
 */
public record ListWalk(String processor, Instant from, Instant begunAt, @Nullable String cursor) {

    /**
     * How much is read again each time: processors list what happens as late as this, and what is
     * applied again changes nothing.
     */
    public static final Duration OVERLAP = Duration.ofHours(2);

    /** How far back the first walk goes: no processor lists what is older than 30 days. */
    public static final Duration FIRST = Duration.ofDays(30);

    static ListWalk first(String processor, Instant now) {
        return new ListWalk(processor, now.minus(FIRST), now, null);
    }

    /** The walk on its way, or the next. */
    ListWalk resumed(Instant now) {
        return cursor == null ? new ListWalk(processor, from, now, null) : this;
    }

    /** With a page more of it read. */
    ListWalk at(@Nullable String nextCursor) {
        return nextCursor == null
                ? new ListWalk(processor, begunAt.minus(OVERLAP), begunAt, null)
                : new ListWalk(processor, from, begunAt, nextCursor);
    }
}
