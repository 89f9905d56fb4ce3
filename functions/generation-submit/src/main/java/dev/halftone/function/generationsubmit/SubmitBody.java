package dev.halftone.function.generationsubmit;

import org.jspecify.annotations.Nullable;

/**
 * What a person asks for, and the quote they saw.
 *
 * @param aspectRatio of a picture or film; a text has none
 * @param resolution of a picture or film; a text has none
 * @param durationSeconds of a film; nothing else has one
 */
record SubmitBody(
        String model,
        String prompt,
        @Nullable String aspectRatio,
        @Nullable String resolution,
        @Nullable Integer durationSeconds,
        String quote) {}
