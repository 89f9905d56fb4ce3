package dev.halftone.core.generation;

import dev.halftone.core.account.UserId;
import dev.halftone.core.catalogue.InputRole;
import dev.halftone.core.catalogue.Route;
import java.util.List;
import java.util.Optional;

/**
 * What a provider is asked to make, and for which generation.
 *
 * @param owner for providers that want to know, under a name that tells them nothing, whose orders
 *     belong together
 * @param inputs the files that it is made from, in the order of its settings
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
        this(generation, route, List.of());
    }

    public ProviderOrder(Generation generation, Route route, List<ProviderInput> inputs) {
        this(generation.id(), generation.owner(), generation.request(), route, inputs);
    }

    /** The pictures that were brought along, in their order. */
    public List<ProviderInput> references() {
        return inputs.stream().filter(input -> input.role().isReference()).toList();
    }

    /** The one file of a role of which there is at most one. */
    public Optional<ProviderInput> input(InputRole role) {
        return inputs.stream().filter(input -> input.role() == role).findFirst();
    }
}
