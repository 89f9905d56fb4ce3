package dev.halftone.core.generation;

import java.net.URI;

/**
 * A result as the provider offers it, to be copied before it expires.
 *
 * @param location an address of the web, or a name that only its adapter understands
 */
public record ProviderMedia(URI location, String contentType) {}
