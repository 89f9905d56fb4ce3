package dev.halftone.core.generation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** When to ask a provider again, and how long to wait after other things that failed. */
sealed interface PollSchedule {

    // A store that is down is not helped by being asked each second.
    Duration OUTAGE_DELAY_MIN = Duration.ofSeconds(2);
    Duration OUTAGE_DELAY_MAX = Duration.ofMinutes(1);
    // Two machines' clocks may differ by this much. Less than the shortest delay, or else a
    // repeated message would pass for the next one and start a second chain of polls.
    Duration EARLY = Duration.ofMillis(500);
    // After a wish to stop the credits should not wait for a provider that is asked rarely.
    Duration STOPPING_DELAY_MAX = Duration.ofSeconds(10);
    // A provider that takes no orders is not asked more often than this once it has lasted.
    Duration POSTPONED_DELAY_MAX = Duration.ofMinutes(1);
    // What is added to such a delay at most, as a part of it.
    int POSTPONED_SPREAD = 4;
    // The longest that a message can be delayed (SQS, DelaySeconds); the sweep finds what is later.
    Duration MESSAGE_DELAY_MAX = Duration.ofMinutes(15);

    /**
     * How long to wait for the next poll.
     *
     * @param polls how many there were
     */
    Duration next(Generation generation, int polls, Instant now);

    /**
     * For a provider that says nothing by itself. The more time has passed, the less a little more
     * of it matters: each poll comes some 39 percent later than the one before, which adds a fifth
     * to the wait on average, at about two polls for each doubling of it.
     */
    record Asking() implements PollSchedule {

        // Seconds after it was taken: 2 x 2^(n / 2.1), rounded up, after one early look.
        private static final List<Integer> POLLED_AT =
                List.of(
                        1, 3, 4, 6, 8, 11, 15, 21, 29, 40, 55, 76, 106, 147, 204, 284, 394, 548,
                        762);
        private static final Duration DELAY_MAX = Duration.ofSeconds(214);

        @Override
        public Duration next(Generation generation, int polls, Instant now) {
            Duration delay = after(polls);
            return generation.cancelRequested() && delay.compareTo(STOPPING_DELAY_MAX) > 0
                    ? STOPPING_DELAY_MAX
                    : delay;
        }

        static Duration after(int polls) {
            if (polls >= POLLED_AT.size()) {
                return DELAY_MAX;
            }
            int before = polls == 0 ? 0 : POLLED_AT.get(polls - 1);
            return Duration.ofSeconds(POLLED_AT.get(polls) - before);
        }
    }

    /**
     * For a provider that calls back: asked once when it should be done, in case its call was lost,
     * and once more while the deadline still leaves time to fetch the result.
     *
     * @param typical how long the work usually takes
     */
    record CalledBack(Duration typical) implements PollSchedule {

        private static final Duration BACKSTOP_MIN = Duration.ofSeconds(20);
        private static final Duration BEFORE_DEADLINE = Duration.ofSeconds(20);
        private static final Duration DELAY_MIN = Duration.ofSeconds(1);

        @Override
        public Duration next(Generation generation, int polls, Instant now) {
            if (generation.cancelRequested()) {
                return STOPPING_DELAY_MAX;
            }
            Duration backstop = longer(typical.multipliedBy(2), BACKSTOP_MIN);
            Duration untilDeadline = Duration.between(now, generation.deadline());
            Duration last = untilDeadline.minus(BEFORE_DEADLINE);
            if (polls == 0 && backstop.compareTo(last) < 0) {
                return backstop;
            }
            return longer(last.isPositive() ? last : untilDeadline.plus(DELAY_MIN), DELAY_MIN);
        }

        private static Duration longer(Duration one, Duration other) {
            return one.compareTo(other) > 0 ? one : other;
        }
    }

    /**
     * How long to wait before an order that was surely not taken is given again: never less than
     * the provider asked for, longer the longer it has waited, and up to a quarter more, by its id,
     * lest all that were turned away together come back together.
     */
    static Duration afterPostponement(Generation generation, Duration asked, Instant now) {
        Duration half = Duration.between(generation.createdAt(), now).dividedBy(2);
        Duration grown = half.compareTo(POSTPONED_DELAY_MAX) < 0 ? half : POSTPONED_DELAY_MAX;
        return apart(generation, asked.compareTo(grown) > 0 ? asked : grown);
    }

    /** So much or up to a quarter more, by the id of what waits. */
    static Duration apart(Generation generation, Duration least) {
        long spread = least.toMillis() / POSTPONED_SPREAD;
        int place = Objects.hash(generation.id(), generation.revision());
        return least.plusMillis(Math.floorMod((long) place, spread + 1));
    }

    /** How long to wait after {@code rejections} results that were not what was asked for. */
    static Duration afterRejection(int rejections) {
        return Asking.after(rejections);
    }

    /**
     * How long to wait after {@code attempts} deliveries that failed through no fault of theirs.
     */
    static Duration duringOutage(int attempts) {
        Duration doubled = OUTAGE_DELAY_MIN.multipliedBy(1L << Math.clamp(attempts - 1L, 0, 10));
        return doubled.compareTo(OUTAGE_DELAY_MAX) < 0 ? doubled : OUTAGE_DELAY_MAX;
    }

    /** How long to delay the message of what is due after {@code delay}. */
    static Duration untilMessage(Duration delay) {
        return delay.compareTo(MESSAGE_DELAY_MAX) < 0 ? delay : MESSAGE_DELAY_MAX;
    }

    /** Whether a message that arrives at {@code now} may do what is due at {@code dueAt}. */
    static boolean isDue(Instant dueAt, Instant now) {
        return !now.isBefore(dueAt.minus(EARLY));
    }
}
