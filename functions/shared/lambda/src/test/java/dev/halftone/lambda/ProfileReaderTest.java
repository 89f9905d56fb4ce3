package dev.halftone.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.catalogue.AspectRatio;
import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.catalogue.Model;
import dev.halftone.core.catalogue.Offer;
import dev.halftone.core.catalogue.ProviderTerms;
import dev.halftone.core.catalogue.Resolution;
import dev.halftone.core.generation.LateResults;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.profile.Profile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileReaderTest {
    private static final String WHOLE =
            """
            {"brand": {"name": "Halftone", "tagline": "Dots"},
             "minimumAge": 18, "policyVersion": "2026-11-01", "welcomeCredits": 25,
             "lateResults": "deliver",
             "priceVersion": "2026-11-02",
             "models": [{"id": "flux", "kind": "image", "name": "Flux", "provider": "fal", "endpoint": "fal-ai/flux",
               "description": "Quick.", "disclosure": "Sent to fal.ai.", "sizing": "pixels",
               "aspectRatios": ["1:1", "16:9"], "credits": {"1K": 1, "2K": 3},
               "promptCharactersMax": 2000, "typicalSeconds": 8, "deadlineSeconds": 180}]}
            """;

    private static final String FILMS =
            WHOLE.replace("\"kind\": \"image\"", "\"kind\": \"video\"")
                    .replace(
                            "\"credits\": {\"1K\": 1, \"2K\": 3}",
                            "\"creditsPerSecond\": {\"480p\": 1, \"720p\": 2},"
                                    + " \"durationsSeconds\": [5, 10]");

    @Test
    void readsEveryMember() {
        Profile profile = parse(WHOLE);

        assertThat(profile.name()).isEqualTo("test");
        assertThat(profile.brand()).isEqualTo(new Profile.Brand("Halftone", "Dots"));
        assertThat(profile.minimumAge()).isEqualTo(18);
        assertThat(profile.policyVersion()).isEqualTo("2026-11-01");
        assertThat(profile.welcomeCredits()).isEqualTo(new Credits(25));
        assertThat(profile.lateResults()).isEqualTo(LateResults.DELIVER);
        assertThat(profile.catalogue().priceVersion()).isEqualTo("2026-11-02");
        assertThat(profile.catalogue().models())
                .containsExactly(
                        new Model(
                                "flux",
                                "Flux",
                                "fal",
                                "fal-ai/flux",
                                "Quick.",
                                "Sent to fal.ai.",
                                List.of(new AspectRatio(1, 1), new AspectRatio(16, 9)),
                                new Offer.Images(
                                        Map.of(
                                                Resolution.ONE_K,
                                                new Credits(1),
                                                Resolution.TWO_K,
                                                new Credits(3))),
                                Model.Sizing.PIXELS,
                                new Model.Limits(
                                        2000, Duration.ofSeconds(8), Duration.ofSeconds(180))));
    }

    @Test
    void readsWhatIsDeclaredOfProvidersAndWhichNamesStandForOthers() {
        Catalogue catalogue =
                parse(
                                WHOLE.replace(
                                        "\"models\":",
                                        """
                                        "providers": {"openai": {"answers": "at-once"},
                                                      "vertex": {"answers": "at-once", "region": "europe-west4"},
                                                      "gmi": {"answers": "later"}},
                                        "aliases": [{"id": "old", "model": "flux", "note": "It is gone."}],
                                        "models":
                                        """))
                        .catalogue();

        assertThat(catalogue.terms("openai")).isEqualTo(new ProviderTerms(true, null));
        assertThat(catalogue.terms("vertex")).isEqualTo(new ProviderTerms(true, "europe-west4"));
        assertThat(catalogue.terms("gmi")).isEqualTo(ProviderTerms.USUAL);
        assertThat(catalogue.terms("fal")).isEqualTo(ProviderTerms.USUAL);
        assertThat(catalogue.find("old").orElseThrow().id()).isEqualTo("flux");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'aliases': [{'id': 'old', 'model': 'gone', 'note': 'n'}] | old stands for gone",
                "'aliases': [{'id': 'flux', 'model': 'flux', 'note': 'n'}] | called flux",
                "'aliases': [{'id': 'old', 'model': 'flux'}] | aliases[0].note is no text",
                "'providers': {'fal': {'answers': 'soon'}} | providers.fal.answers is none",
                "'providers': {'fal': {'answers': 'later', 'region': 'EU!'}} | Not a region",
                "'providers': {'fal': {'answer': 'later'}} | providers.fal.answer is unknown"
            })
    void namesAnAliasOrAProviderThatMeansNothing(String member, String fault) {
        String json = WHOLE.replace("\"models\":", member.replace('\'', '"') + ", \"models\":");

        assertThatThrownBy(() -> parse(json)).hasMessageContaining(fault);
    }

    @Test
    void readsAModelOfFilms() {
        assertThat(parse(FILMS).catalogue().models().getFirst().offer())
                .isEqualTo(
                        new Offer.Videos(
                                Map.of(
                                        Resolution.P480,
                                        new Credits(1),
                                        Resolution.P720,
                                        new Credits(2)),
                                List.of(Duration.ofSeconds(5), Duration.ofSeconds(10))));
    }

    /** Whatever is missing or free would be sold without a price. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"480p\": 1 | \"480p\": 0",
                "\"480p\": 1 | \"480p\": 0.5",
                "\"480p\": 1 | \"1K\": 1",
                "{\"480p\": 1, \"720p\": 2} | {}",
                "[5, 10] | []",
                "[5, 10] | [5, 0]",
                "[5, 10] | [\"5s\"]",
                "\"durationsSeconds\": [5, 10] | \"credits\": {\"1K\": 1}",
                "\"kind\": \"video\" | \"kind\": \"image\"",
                "\"kind\": \"video\" | \"kind\": \"sound\""
            })
    void refusesFilmsWithoutALengthOrAPrice(String good, String bad) {
        assertThat(FILMS).contains(good);
        assertThatThrownBy(() -> parse(FILMS.replace(good, bad)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        String broken =
                WHOLE.replace("\"minimumAge\": 18", "\"minimumAge\": \"18\"")
                        .replace("\"id\": \"flux\"", "\"identity\": \"flux\"")
                        .replace("16:9", "16x9")
                        .replace("\"2K\": 3", "\"9K\": 3")
                        .replace("\"deliver\"", "\"charge\"")
                        .replace("\"pixels\"", "\"metres\"")
                        .replace("\"tagline\": \"Dots\"", "\"slogan\": \"Dots\"");

        assertThatThrownBy(() -> parse(broken))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .contains(
                        "minimumAge is no whole number",
                        "models[0].identity is unknown",
                        "models[0].id is no text",
                        "models[0].aspectRatios Not an aspect ratio",
                        "models[0].credits.9K is no resolution",
                        "lateResults is none of the known",
                        "models[0].sizing is none of the known",
                        "brand.slogan is unknown",
                        "brand.tagline is no text");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"minimumAge\": 18 | \"minimumAge\": 12",
                "\"deadlineSeconds\": 180 | \"deadlineSeconds\": 5",
                "{\"1K\": 1, \"2K\": 3} | {}",
                "\"1K\": 1 | \"1K\": 0",
                "\"1K\": 1 | \"1K\": -1",
                "\"1K\": 1 | \"1K\": 1.5",
                "[\"1:1\", \"16:9\"] | []",
                "\"policyVersion\": \"2026-11-01\" | \"policyVersion\": \" \"",
                "\"minimumAge\": 18 | \"minimumAge\": 18, \"minimumAge\": 13"
            })
    void refusesWhatNoServiceMayRunOn(String good, String bad) {
        assertThat(WHOLE).contains(good);
        assertThatThrownBy(() -> parse(WHOLE.replace(good, bad)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "null", "{\"models\":[1]}"})
    void refusesWhatIsNoProfile(String json) {
        assertThatThrownBy(() -> parse(json)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "", "No", "no-such-profile"})
    void refusesNamesThatNoProfileHas(String name) {
        assertThatThrownBy(() -> ProfileReader.read(name))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Profile parse(String json) {
        return ProfileReader.parse("test", json.getBytes(StandardCharsets.UTF_8));
    }
}
