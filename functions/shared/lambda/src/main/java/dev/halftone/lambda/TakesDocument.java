package dev.halftone.lambda;

import dev.halftone.core.catalogue.Corner;
import dev.halftone.core.catalogue.InputRole;
import dev.halftone.core.catalogue.Takes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one model of a profile takes beside a prompt and a form. */
final class TakesDocument {
    private static final Set<String> KEYS =
            Set.of(
                    "negativePromptCharactersMax",
                    "seed",
                    "references",
                    "watermark",
                    "firstFrame",
                    "film");
    private static final Set<String> REFERENCE_KEYS = Set.of("max", "roles");

    private final Fields fields;
    private final boolean speech;

    /**
     * Of the object {@code takes}.
     *
     * @param speech whether the model's kind is to speak, which needs a picture or a film
     */
    TakesDocument(Fields fields, boolean speech) {
        this.fields = fields.known(KEYS);
        this.speech = speech;
    }

    /** All of it, or {@code null} if something was noted. */
    @Nullable Takes takes() {
        int negativeMax =
                fields.has("negativePromptCharactersMax")
                        ? (int) fields.number("negativePromptCharactersMax")
                        : 0;
        boolean seed = fields.has("seed") && fields.flag("seed");
        boolean film = fields.has("film") && fields.flag("film");
        boolean firstFrame =
                (speech && !film) || (fields.has("firstFrame") && fields.flag("firstFrame"));
        Corner watermark =
                fields.has("watermark") ? fields.choice("watermark", Corner.class) : null;
        Takes.References references = fields.has("references") ? references() : null;
        return fields.valid(
                "references",
                () ->
                        new Takes(
                                negativeMax,
                                seed,
                                references,
                                watermark,
                                firstFrame,
                                speech,
                                film));
    }

    private Takes.@Nullable References references() {
        Fields references = fields.in("references").known(REFERENCE_KEYS);
        int max = (int) references.number("max");
        List<InputRole> roles = new ArrayList<>();
        for (String name : references.texts("roles")) {
            InputRole role =
                    references.valid(
                            "roles", () -> InputRole.valueOf(name.toUpperCase(Locale.ROOT)));
            if (role != null) {
                roles.add(role);
            }
        }
        return references.valid("max", () -> new Takes.References(max, roles));
    }
}
