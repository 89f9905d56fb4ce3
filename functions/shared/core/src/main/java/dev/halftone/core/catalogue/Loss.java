package dev.halftone.core.catalogue;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why a way to a model is closed: a piece of work would cost more than it brings in.
 *
 * @param resolution of what is seen; {@code null} for a text
 * @param duration of a film; {@code null} for anything else
 * @param margin what would be left of the price, which is less than nothing
 */
public record Loss(
        String model,
        String provider,
        @Nullable Resolution resolution,
        @Nullable Duration duration,
        MicroDollars margin) {

    /** In words for the operator. */
    public String text() {
        String size = resolution == null ? "a text" : resolution.label();
        String work = duration == null ? size : size + " of " + duration.toSeconds() + " s";
        return "%s by %s loses %d micro-dollars on %s"
                .formatted(model, provider, -margin.amount(), work);
    }
}
