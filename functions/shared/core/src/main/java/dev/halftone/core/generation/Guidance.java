package dev.halftone.core.generation;

import dev.halftone.core.brief.Brief;
import dev.halftone.core.brief.BriefId;
import dev.halftone.core.catalogue.TextForm;
import dev.halftone.core.project.ProjectId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an order took from its owner's library, and what was decided section by section. The words
 * are kept as they were then, so that the same can be ordered again after a brief or a project has
 * changed.
 *
 * @param project that the order named; where the generation is kept may have changed since
 * @param look the project's direction; {@code null} if it had none, or the order had its own
 * @param cast who is in it; {@code null} for nobody in particular
 * @param attributes in the order of the sections
 */
public record Guidance(
        @Nullable ProjectId project,
        @Nullable String look,
        @Nullable Cast cast,
        Map<Section, String> attributes) {

    public static final Guidance NONE = new Guidance(null, null, null, Map.of());

    /** So many characters has the longest attribute. */
    public static final int ATTRIBUTE_CHARACTERS_MAX = 120;

    /** One wording of a brief. */
    public record Cast(BriefId brief, int version, String name, String text) {

        public static Cast of(Brief brief) {
            return new Cast(brief.id(), brief.version(), brief.name(), brief.text());
        }
    }

    public Guidance {
        EnumMap<Section, String> ordered = new EnumMap<>(Section.class);
        ordered.putAll(attributes);
        if (!ordered.values().stream().allMatch(Guidance::isAttribute)) {
            throw new IllegalArgumentException("Not an attribute");
        }
        attributes = Collections.unmodifiableMap(ordered);
    }

    /** Whether it says something, in the room that there is. */
    public static boolean isAttribute(String text) {
        return TextForm.Words.isPlain(text, ATTRIBUTE_CHARACTERS_MAX);
    }

    /** What a provider is told below the prompt. */
    Stream<String> paragraphs() {
        return Stream.of(look, described(), decided()).filter(Objects::nonNull);
    }

    /** Everything that a person may look for. */
    Stream<String> words() {
        Stream<String> character = cast == null ? Stream.of() : Stream.of(cast.name, cast.text);
        return Stream.of(Stream.ofNullable(look), character, attributes.values().stream())
                .flatMap(each -> each);
    }

    private @Nullable String described() {
        return cast == null ? null : "Character %s: %s".formatted(cast.name, cast.text);
    }

    private @Nullable String decided() {
        return attributes.isEmpty()
                ? null
                : attributes.entrySet().stream()
                        .map(each -> each.getKey().heading() + ": " + each.getValue())
                        .collect(Collectors.joining("\n"));
    }
}
