package dev.halftone.lambda;

import dev.halftone.core.catalogue.InputRole;
import dev.halftone.core.generation.GenerationRequest;
import dev.halftone.core.generation.Settings;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for beside a prompt and a form.
 *
 * @param seed the one that was used, given or drawn; {@code null} where the model takes none
 * @param references in the order in which the provider got them
 * @param film in which somebody was to speak
 * @param originalPrompt what the person had written, if a language model wrote the prompt of it
 * @param guidance what was taken from the library; {@code null} if nothing was
 * @param audio whether the film was to be heard; what speaks is heard in any case
 */
public record SettingsResource(
        @Nullable String negativePrompt,
        @Nullable Integer seed,
        List<Reference> references,
        @Nullable String firstFrame,
        @Nullable String film,
        @Nullable String speech,
        boolean audio,
        boolean watermark,
        @Nullable String direction,
        @Nullable String originalPrompt,
        @Nullable GuidanceResource guidance) {

    /** A picture that was brought along, and what it was to the work. */
    public record Reference(String asset, String role) {}

    public SettingsResource {
        references = List.copyOf(references);
    }

    static SettingsResource of(GenerationRequest request) {
        Settings settings = request.settings();
        return new SettingsResource(
                settings.negativePrompt(),
                settings.seed(),
                settings.references().stream()
                        .map(
                                each ->
                                        new Reference(
                                                each.asset().value(),
                                                each.role().name().toLowerCase(Locale.ROOT)))
                        .toList(),
                asset(settings, InputRole.FIRST_FRAME),
                asset(settings, InputRole.FILM),
                asset(settings, InputRole.SPEECH),
                request.isHeard() && !request.isSpeech(),
                settings.watermark(),
                settings.direction(),
                settings.originalPrompt(),
                GuidanceResource.of(settings.guidance()));
    }

    private static @Nullable String asset(Settings settings, InputRole role) {
        return settings.input(role).map(each -> each.asset().value()).orElse(null);
    }
}
