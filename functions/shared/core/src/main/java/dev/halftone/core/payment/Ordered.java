package dev.halftone.core.payment;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How many orders an account placed lately.
 *
 * @param hour the hour that {@code placed} counts
 * @param day the day of UTC that {@code failed} counts
 */
public record Ordered(Instant hour, int placed, Instant day, int failed) {

    public static final Ordered NOTHING = new Ordered(Instant.EPOCH, 0, Instant.EPOCH, 0);

    /** When there is room again; empty if there is now. */
    public Optional<Instant> fullUntil(Velocity velocity, Instant now) {
        Ordered then = asOf(now);
        if (then.failed >= velocity.failedPerDay()) {
            return Optional.of(then.day.plus(Duration.ofDays(1)));
        }
        return then.placed >= velocity.ordersPerHour()
                ? Optional.of(then.hour.plus(Duration.ofHours(1)))
                : Optional.empty();
    }

    /** With one more order. */
    public Ordered placing(Instant now) {
        Ordered then = asOf(now);
        return new Ordered(then.hour, then.placed + 1, then.day, then.failed);
    }

    /** With one more that failed. */
    public Ordered failing(Instant now) {
        Ordered then = asOf(now);
        return new Ordered(then.hour, then.placed, then.day, then.failed + 1);
    }

    /** A clock that goes back begins nothing anew. */
    private Ordered asOf(Instant now) {
        Instant thisHour = now.truncatedTo(ChronoUnit.HOURS);
        Instant thisDay = now.truncatedTo(ChronoUnit.DAYS);
        boolean sameHour = !thisHour.isAfter(hour);
        boolean sameDay = !thisDay.isAfter(day);
        return new Ordered(
                sameHour ? hour : thisHour,
                sameHour ? placed : 0,
                sameDay ? day : thisDay,
                sameDay ? failed : 0);
    }
}
