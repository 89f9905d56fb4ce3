package dev.halftone.function.generationsubmit;

import org.jspecify.annotations.Nullable;

/**
 * What a person asks for, and the quote they saw.
 *
 * @param durationSeconds of a film; a picture has none
 */
record SubmitBody(
        String model,
        String prompt,
        String aspectRatio,
        String resolution,
        @Nullable Integer durationSeconds,
        String quote) {}
