package dev.halftone.core.generation;

import dev.halftone.core.account.UserId;
import dev.halftone.core.catalogue.Route;
import java.util.List;

/**
 * What a provider is asked to make, and for which generation.
 *
 * @param owner for providers that want to know, under a name that tells them nothing, whose orders
 *     belong together
 * @param inputs the files that it is made from, at most one of each role
 */
public record ProviderOrder(
        GenerationId generation,
        UserId owner,
        GenerationRequest request,
        Route route,
        List<ProviderInput> inputs) {

    public ProviderOrder {
        inputs = List.copyOf(inputs);
    }

    /** Made from words alone. */
    public ProviderOrder(Generation generation, Route route) {
        this(generation.id(), generation.owner(), generation.request(), route, List.of());
    }
}
