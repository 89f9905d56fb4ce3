package dev.halftone.core.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When credits end that are not spent before.
 *
 * @param shownIn the checkout that showed this before payment; {@code null} for what was given
 */
public record Expiry(Instant at, @Nullable String shownIn) {

    public Expiry {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    public static Expiry at(Instant at) {
        return new Expiry(at, null);
    }

    public static Expiry shownIn(String checkout, Instant at) {
        return new Expiry(at, checkout);
    }
}
