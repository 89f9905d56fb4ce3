package dev.halftone.sandbox.hedra;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Sixty calls in any sixty seconds. */
final class Rate {

    private static final int CALLS_MAX = 60;
    private static final Duration WINDOW = Duration.ofSeconds(60);

    private final Clock clock;
    private final Deque<Instant> calls = new ArrayDeque<>();

    Rate(Clock clock) {
        this.clock = clock;
    }

    /** Whether one more call is let through, which then counts. */
    synchronized boolean lets() {
        Instant now = clock.instant();
        while (!calls.isEmpty() && !calls.getFirst().plus(WINDOW).isAfter(now)) {
            calls.removeFirst();
        }
        if (calls.size() >= CALLS_MAX) {
            return false;
        }
        calls.addLast(now);
        return true;
    }
}
