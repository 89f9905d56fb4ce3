package dev.halftone.core.generation;

import dev.halftone.core.account.UserId;
import dev.halftone.core.catalogue.Model;

/**
 * What a provider is asked to make, and for which generation.
 *
 * @param owner for providers that want to know, under a name that tells them nothing, whose orders
 *     belong together
 */
public record DirectOrder(
        GenerationId generation, UserId owner, GenerationRequest request, Model model) {}
