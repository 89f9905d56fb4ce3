package dev.halftone.core.generation;

import org.jspecify.annotations.Nullable;

/** What something is to be like, in the words it was asked for in, before they are believed. */
public record GenerationWish(
        String model,
        @Nullable String aspectRatio,
        @Nullable String resolution,
        @Nullable Integer durationSeconds) {

    /** The same as a request comes in. */
    public Asked asked() {
        return new Asked(model, aspectRatio, resolution, durationSeconds);
    }
}
