package dev.halftone.core.catalogue;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One way to a model: a provider that runs it.
 *
 * @param endpoint how the provider calls the model
 * @param sizing how the provider wants to be told the size
 * @param costs what the provider asks of us for a picture, or for each second of a film; a size
 *     without a cost cannot be had this way
 * @param disclosure what is sent to whom, shown where the model is chosen
 */
public record Route(
        String provider,
        String endpoint,
        Sizing sizing,
        Map<Resolution, MicroDollars> costs,
        String disclosure) {

    /** Whether a provider takes a ratio and a named resolution, or a size in pixels. */
    public enum Sizing {
        RATIO_AND_RESOLUTION,
        PIXELS
    }

    public Route {
        costs = Map.copyOf(costs);
        if (provider.isBlank() || endpoint.isBlank() || disclosure.isBlank()) {
            throw new IllegalArgumentException("A way to a model says whose, which and what for");
        }
        if (costs.isEmpty()
                || costs.values().stream()
                        .anyMatch(cost -> cost.compareTo(MicroDollars.ZERO) <= 0)) {
            throw new IllegalArgumentException("Whatever " + provider + " makes costs something");
        }
    }

    /**
     * What the provider asks for one piece of work, or empty if it cannot be had this way.
     *
     * @param duration of a film; {@code null} for a picture
     */
    public Optional<MicroDollars> cost(Resolution resolution, @Nullable Duration duration) {
        return Optional.ofNullable(costs.get(resolution))
                .map(each -> duration == null ? each : each.times(duration.toSeconds()));
    }
}
