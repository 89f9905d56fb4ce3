package dev.halftone.function.generationsubmit;

import dev.halftone.core.generation.GenerationWish;
import org.jspecify.annotations.Nullable;

/**
 * What a storyboard is to be about and how its shots are to be made.
 *
 * @param shots how many are to be planned
 * @param model that makes the shots
 * @param durationSeconds of a shot that says nothing else; only films have one
 * @param quote for the plan
 */
record StoryboardBody(
        String brief,
        int shots,
        String model,
        @Nullable String aspectRatio,
        @Nullable String resolution,
        @Nullable Integer durationSeconds,
        String quote) {
    GenerationWish form() {
        return new GenerationWish(model, aspectRatio, resolution, durationSeconds);
    }
}
