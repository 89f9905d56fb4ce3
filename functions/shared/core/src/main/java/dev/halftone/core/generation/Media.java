package dev.halftone.core.generation;

import dev.halftone.core.catalogue.Dimensions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A delivered picture or film, stored and checked.
 *
 * @param duration of a film, as its file says; {@code null} for a picture
 */
public record Media(
        ObjectKey key,
        MediaType type,
        Dimensions size,
        @Nullable Duration duration,
        long bytes,
        String sha256) {}
