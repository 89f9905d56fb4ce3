package dev.halftone.function.generationsubmit;

import org.jspecify.annotations.Nullable;

/**
 * What a price is asked for.
 *
 * @param durationSeconds of a film; a picture has none
 */
record QuoteBody(
        String model, String aspectRatio, String resolution, @Nullable Integer durationSeconds) {}
