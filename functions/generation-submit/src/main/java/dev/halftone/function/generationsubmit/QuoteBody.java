package dev.halftone.function.generationsubmit;

import dev.halftone.core.generation.Asked;
import org.jspecify.annotations.Nullable;

/**
 * What a price is asked for: everything that it depends on, and nothing else.
 *
 * @param aspectRatio of a picture or film; a text has none
 * @param resolution of a picture or film; a text has none
 * @param durationSeconds of a film; nothing else has one
 * @param audio whether a film is to be heard
 * @param speech the sound that a picture is to speak, by its asset's id
 */
record QuoteBody(
        String model,
        @Nullable String aspectRatio,
        @Nullable String resolution,
        @Nullable Integer durationSeconds,
        @Nullable Boolean audio,
        @Nullable String speech) {

    Asked asked() {
        return new Asked(
                model,
                aspectRatio,
                resolution,
                durationSeconds,
                audio,
                Asked.Extras.speaking(speech));
    }
}
