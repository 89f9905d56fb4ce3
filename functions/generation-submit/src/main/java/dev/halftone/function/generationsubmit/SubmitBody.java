package dev.halftone.function.generationsubmit;

import dev.halftone.core.generation.Asked;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a person asks for, and the quote they saw.
 *
 * @param aspectRatio of a picture or film; a text has none, and neither has what a film is brought
 *     along for
 * @param resolution the same
 * @param durationSeconds of a film; nothing else has one
 * @param audio whether a film is to be heard
 * @param negativePrompt what is not wanted
 * @param references pictures that the work starts from, in order
 * @param firstFrame the picture that a film begins with, by its asset's id
 * @param film in which somebody is to speak, by its asset's id
 * @param speech the sound that it speaks, by its asset's id
 * @param watermark whether the maker's visible mark is wanted
 * @param direction how it is to look, whatever it shows
 * @param originalPrompt the person's own words, if a language model wrote the prompt of them
 * @param project that it is to belong to, whose direction holds if it has none of its own
 * @param brief whom it shows
 * @param briefVersion which wording; {@code null} for the latest
 * @param attributes what is decided, by the name of a section
 */
record SubmitBody(
        String model,
        String prompt,
        @Nullable String aspectRatio,
        @Nullable String resolution,
        @Nullable Integer durationSeconds,
        @Nullable Boolean audio,
        @Nullable String negativePrompt,
        @Nullable Long seed,
        @Nullable List<ReferenceBody> references,
        @Nullable String firstFrame,
        @Nullable String film,
        @Nullable String speech,
        @Nullable Boolean watermark,
        @Nullable String direction,
        @Nullable String originalPrompt,
        @Nullable String project,
        @Nullable String brief,
        @Nullable Integer briefVersion,
        @Nullable Map<String, String> attributes,
        String quote) {

    SubmitBody {
        references = references == null ? null : List.copyOf(references);
        attributes = attributes == null ? null : Map.copyOf(attributes);
    }

    /**
     * A picture that the work starts from.
     *
     * @param asset its id
     * @param role what it is to the work; {@code null} for what the model takes it for
     */
    record ReferenceBody(String asset, @Nullable String role) {
        ReferenceBody {
            Objects.requireNonNull(asset);
        }
    }

    Asked asked() {
        return new Asked(
                model,
                aspectRatio,
                resolution,
                durationSeconds,
                audio,
                new Asked.Extras(
                        negativePrompt,
                        seed,
                        references == null
                                ? List.of()
                                : references.stream()
                                        .map(each -> new Asked.Reference(each.asset(), each.role()))
                                        .toList(),
                        firstFrame,
                        film,
                        speech,
                        watermark,
                        direction,
                        originalPrompt,
                        null,
                        new Asked.Guided(
                                project,
                                brief,
                                briefVersion,
                                attributes == null ? Map.of() : attributes)));
    }
}
