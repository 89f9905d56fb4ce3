package dev.halftone.core.payment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A period of a subscription that was paid.
 *
 * @param fraction how much of its price was asked for
 */
public record PaidPeriod(
        SubscriptionReference subscription, Fraction fraction, Instant start, Instant end) {

    public PaidPeriod {
        start = start.truncatedTo(ChronoUnit.MILLIS);
        end = end.truncatedTo(ChronoUnit.MILLIS);
    }
}
