package dev.halftone.core.generation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When to ask again: quickly at first, for a picture takes seconds, then ever more rarely. */
final class PollSchedule {

    private static final List<Duration> DELAYS =
            List.of(1, 1, 2, 2, 3, 3, 5, 5, 8, 8, 13, 13, 20).stream()
                    .map(Duration::ofSeconds)
                    .toList();
    private static final Duration DELAY_MAX = Duration.ofSeconds(30);
    // A store that is down is not helped by being asked each second.
    private static final Duration OUTAGE_DELAY_MIN = Duration.ofSeconds(2);
    private static final Duration OUTAGE_DELAY_MAX = Duration.ofMinutes(1);
    // Two machines' clocks may differ by this much. Less than the shortest delay, or else a
    // repeated message would pass for the next one and start a second chain of polls.
    private static final Duration EARLY = Duration.ofMillis(500);

    private PollSchedule() {}

    /** How long to wait after {@code polls} polls. */
    static Duration after(int polls) {
        return polls < DELAYS.size() ? DELAYS.get(polls) : DELAY_MAX;
    }

    /**
     * How long to wait after {@code attempts} deliveries that failed through no fault of theirs.
     */
    static Duration duringOutage(int attempts) {
        Duration doubled = OUTAGE_DELAY_MIN.multipliedBy(1L << Math.clamp(attempts - 1L, 0, 10));
        return doubled.compareTo(OUTAGE_DELAY_MAX) < 0 ? doubled : OUTAGE_DELAY_MAX;
    }

    /** Whether a message that arrives at {@code now} may do what is due at {@code dueAt}. */
    static boolean isDue(Instant dueAt, Instant now) {
        return !now.isBefore(dueAt.minus(EARLY));
    }
}
