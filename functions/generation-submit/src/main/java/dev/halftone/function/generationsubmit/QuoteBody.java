package dev.halftone.function.generationsubmit;

import dev.halftone.core.generation.Asked;
import org.jspecify.annotations.Nullable;

/**
 * What a price is asked for: everything that it depends on, and nothing else.
 *
 * @param aspectRatio of a picture or film; a text has none, and neither has what a film is brought
 *     along for
 * @param resolution the same
 * @param durationSeconds of a film; nothing else has one
 * @param audio whether a film is to be heard
 * @param film in which somebody is to speak, by its asset's id
 * @param speech the sound that a picture is to speak, by its asset's id
 */
record QuoteBody(
        String model,
        @Nullable String aspectRatio,
        @Nullable String resolution,
        @Nullable Integer durationSeconds,
        @Nullable Boolean audio,
        @Nullable String film,
        @Nullable String speech) {

    Asked asked() {
        return new Asked(
                model,
                aspectRatio,
                resolution,
                durationSeconds,
                audio,
                Asked.Extras.speaking(film, speech));
    }
}
