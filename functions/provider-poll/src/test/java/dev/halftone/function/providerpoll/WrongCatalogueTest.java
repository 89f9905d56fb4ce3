package dev.halftone.function.providerpoll;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.generation.Endpoints;
import dev.halftone.core.profile.Profile;
import dev.halftone.testing.Samples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Protects: a catalogue that this build cannot serve is refused before anybody is charged. */
class WrongCatalogueTest {
    private static final List<String> NO_WORD_LESS = List.of("gpt-image-2.5", "openai");

    private final Workshop workshop = new Workshop();

    @Test
    void refusesAProviderThatThisBuildLacks() {
        workshop.withoutDirectProviders();

        assertThatThrownBy(() -> workshop.start(Samples.profile()))
                .message()
                .contains(NO_WORD_LESS)
                .contains("lacks");
    }

    @Test
    void refusesAProviderThatAnswersOtherwiseThanDeclared() {
        assertThatThrownBy(() -> workshop.start(declaring(false, false)))
                .message()
                .contains(NO_WORD_LESS)
                .contains("at once");
        assertThatThrownBy(() -> workshop.start(declaring(true, true)))
                .message()
                .contains("nano-banana-pro", "fal", "later");
    }

    // Each order there would be charged for, sent, and refused or misread.
    @Test
    void refusesAnEndpointThatTheAdapterCannotOrderFrom() {
        workshop.direct.knows(Endpoints.of("dall-e-*", "a-model"));

        assertThatThrownBy(() -> workshop.start(Samples.profile()))
                .message()
                .contains(NO_WORD_LESS)
                .contains("gpt-image-2.5-flare", "where this build knows dall-e-*, a-model");
    }

    private static Profile declaring(boolean falAtOnce, boolean openAiAtOnce) {
        return Samples.profile(
                new Catalogue(
                        Samples.PRICE_VERSION,
                        List.of(Samples.model(), Samples.directModel()),
                        List.of(),
                        Map.of(
                                "fal", Samples.provider("fal", falAtOnce),
                                "openai", Samples.provider("openai", openAiAtOnce)),
                        Samples.economy(),
                        List.of()));
    }
}
