package dev.halftone.function.generationsubmit;

import dev.halftone.core.generation.GenerationWish;
import org.jspecify.annotations.Nullable;

/**
 * What is to be made of every row.
 *
 * @param template a prompt with the names of columns in braces
 * @param aspectRatio of pictures and films
 * @param resolution of pictures and films
 * @param durationSeconds of films
 */
record TermsBody(
        String model,
        String template,
        @Nullable String aspectRatio,
        @Nullable String resolution,
        @Nullable Integer durationSeconds) {
    GenerationWish wish() {
        return new GenerationWish(model, aspectRatio, resolution, durationSeconds);
    }
}
