package dev.halftone.function.studio;

import dev.halftone.core.catalogue.Model;
import dev.halftone.core.catalogue.Offer;
import dev.halftone.core.catalogue.Takes;
import dev.halftone.core.generation.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a model takes beside a prompt and a form; everything else is refused by name.
 *
 * @param negativePromptMaxCharacters 0 if it takes none
 * @param seedMax {@code null} if it takes none
 * @param references {@code null} if it takes none
 * @param watermark the corner in which the maker's mark stands if it is wanted; {@code null} where
 *     nobody can choose
 * @param firstFrame whether a film may begin with a given picture
 * @param film whether somebody is to speak in a given film, which gives the result its shape, size
 *     and length, and must be there
 * @param speechMaxSeconds how long a sound may be that is spoken, in that film or by the first
 *     frame, which must be there too; {@code null} if nothing speaks
 */
record TakesResource(
        int negativePromptMaxCharacters,
        @Nullable Integer seedMax,
        @Nullable ReferencesResource references,
        boolean audio,
        @Nullable String watermark,
        boolean firstFrame,
        boolean film,
        @Nullable Long speechMaxSeconds) {

    /** How many pictures may be brought along, and what they may be to the work. */
    record ReferencesResource(int max, List<String> roles) {
        ReferencesResource {
            roles = List.copyOf(roles);
        }
    }

    static TakesResource of(Model model) {
        Takes takes = model.takes();
        return new TakesResource(
                takes.negativePromptCharactersMax(),
                takes.seed() ? Settings.SEED_MAX : null,
                references(takes.references()),
                model.offer().isHeard(),
                takes.watermark() == null ? null : label(takes.watermark()),
                takes.firstFrame(),
                takes.film(),
                takes.speech() ? longest(model.offer()) : null);
    }

    private static @Nullable ReferencesResource references(Takes.@Nullable References references) {
        return references == null
                ? null
                : new ReferencesResource(
                        references.max(),
                        references.roles().stream().map(TakesResource::label).toList());
    }

    private static long longest(Offer offer) {
        Duration length = offer.pieces().getLast().length();
        return length == null ? 0 : length.toSeconds();
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
