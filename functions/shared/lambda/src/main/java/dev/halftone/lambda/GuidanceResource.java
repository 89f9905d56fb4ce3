package dev.halftone.lambda;

import dev.halftone.core.generation.Guidance;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an order took from its owner's library, in the words that it found there.
 *
 * @param project that the order named
 * @param look the project's direction; {@code null} if it had none, or the order had its own
 * @param brief one wording of a character; {@code null} for nobody in particular
 * @param attributes what was decided, by the name of a section
 */
public record GuidanceResource(
        @Nullable String project,
        @Nullable String look,
        @Nullable BriefResource brief,
        Map<String, String> attributes) {

    public GuidanceResource {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** Whom it shows, as the provider was told. */
    public record BriefResource(String id, int version, String name, String text) {}

    static @Nullable GuidanceResource of(Guidance guidance) {
        if (guidance.equals(Guidance.NONE)) {
            return null;
        }
        Guidance.Cast cast = guidance.cast();
        Map<String, String> attributes = new LinkedHashMap<>();
        guidance.attributes().forEach((each, text) -> attributes.put(each.label(), text));
        return new GuidanceResource(
                guidance.project() == null ? null : guidance.project().value(),
                guidance.look(),
                cast == null
                        ? null
                        : new BriefResource(
                                cast.brief().value(), cast.version(), cast.name(), cast.text()),
                attributes);
    }
}
