package dev.halftone.core.generation;

import dev.halftone.core.catalogue.Dimensions;

/** A delivered picture, stored and checked. */
public record Media(
        ObjectKey key, String contentType, Dimensions size, long bytes, String sha256) {}
