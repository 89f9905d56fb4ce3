package dev.halftone.function.generationsubmit;

import dev.halftone.core.generation.GenerationWish;
import org.jspecify.annotations.Nullable;

/**
 * What is to be made of every row, and the quote that was seen for all of them.
 *
 * @param template a prompt with the names of columns in braces
 * @param aspectRatio of pictures and films
 * @param resolution of pictures and films
 * @param durationSeconds of films
 */
record StartBody(
        String model,
        String template,
        @Nullable String aspectRatio,
        @Nullable String resolution,
        @Nullable Integer durationSeconds,
        String quote) {
    GenerationWish wish() {
        return new GenerationWish(model, aspectRatio, resolution, durationSeconds);
    }
}
