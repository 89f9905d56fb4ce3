package dev.halftone.core.circuit;

import dev.halftone.core.catalogue.Route;
import org.jspecify.annotations.Nullable;

/**
 * What a circuit guards.
 *
 * @param endpoint one way to one model; {@code null} for everything that the provider's key opens
 */
public record CircuitId(String provider, @Nullable String endpoint) {

    static CircuitId of(Route route) {
        return new CircuitId(route.provider(), route.endpoint());
    }

    static CircuitId ofKey(String provider) {
        return new CircuitId(provider, null);
    }
}
