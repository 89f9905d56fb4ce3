package dev.halftone.core.generation;

import java.util.Map;

/**
 * How to find the work again at the provider. For operators and adapters, never for users.
 *
 * @param links addresses that the provider returned, by the adapter's own names
 */
public record ProviderRequest(String provider, String id, Map<String, String> links) {

    public ProviderRequest {
        links = Map.copyOf(links);
    }
}
