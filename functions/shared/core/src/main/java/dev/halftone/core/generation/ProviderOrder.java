package dev.halftone.core.generation;

import dev.halftone.core.catalogue.Model;

/** What a provider is asked to do, and for which generation. */
public record ProviderOrder(GenerationId generation, GenerationRequest request, Model model) {}
