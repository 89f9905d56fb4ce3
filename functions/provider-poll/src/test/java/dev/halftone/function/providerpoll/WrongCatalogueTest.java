package dev.halftone.function.providerpoll;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.catalogue.ProviderTerms;
import dev.halftone.core.profile.Profile;
import dev.halftone.testing.Samples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Protects: a catalogue that this build cannot serve is refused before anybody is charged. */
class WrongCatalogueTest {
    private static final List<String> NO_WORD_LESS = List.of("gpt-image-2.5", "openai");
    private static final ProviderTerms LATER = new ProviderTerms(false, null);
    private static final ProviderTerms AT_ONCE = new ProviderTerms(true, null);

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
        assertThatThrownBy(() -> workshop.start(declaring(Map.of("openai", LATER))))
                .message()
                .contains(NO_WORD_LESS)
                .contains("at once");
        assertThatThrownBy(
                        () -> workshop.start(declaring(Map.of("openai", AT_ONCE, "fal", AT_ONCE))))
                .message()
                .contains("nano-banana-pro", "fal", "later");
    }

    private static Profile declaring(Map<String, ProviderTerms> providers) {
        Profile profile = Samples.profile();
        return new Profile(
                profile.name(),
                profile.brand(),
                profile.minimumAge(),
                profile.policyVersion(),
                profile.welcomeCredits(),
                profile.lateResults(),
                new Catalogue(
                        Samples.PRICE_VERSION,
                        List.of(Samples.model(), Samples.directModel()),
                        List.of(),
                        providers));
    }
}
