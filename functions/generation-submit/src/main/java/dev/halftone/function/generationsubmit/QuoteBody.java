package dev.halftone.function.generationsubmit;

import org.jspecify.annotations.Nullable;

/**
 * What a price is asked for.
 *
 * @param aspectRatio of a picture or film; a text has none
 * @param resolution of a picture or film; a text has none
 * @param durationSeconds of a film; nothing else has one
 */
record QuoteBody(
        String model,
        @Nullable String aspectRatio,
        @Nullable String resolution,
        @Nullable Integer durationSeconds) {}
