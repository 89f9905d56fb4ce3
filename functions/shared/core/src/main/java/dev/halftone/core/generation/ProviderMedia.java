package dev.halftone.core.generation;

import java.net.URI;

/** A result as the provider offers it, to be copied before it expires. */
public record ProviderMedia(URI location, String contentType) {}
