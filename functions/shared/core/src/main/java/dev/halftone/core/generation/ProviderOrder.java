package dev.halftone.core.generation;

import dev.halftone.core.catalogue.Model;
import java.util.List;

/**
 * What a provider is asked to do, and for which generation.
 *
 * @param inputs the files that it is made from, at most one of each role
 */
public record ProviderOrder(
        GenerationId generation,
        GenerationRequest request,
        Model model,
        List<ProviderInput> inputs) {

    public ProviderOrder {
        inputs = List.copyOf(inputs);
    }

    /** Made from words alone. */
    public ProviderOrder(GenerationId generation, GenerationRequest request, Model model) {
        this(generation, request, model, List.of());
    }
}
