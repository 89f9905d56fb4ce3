package dev.halftone.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.catalogue.AspectRatio;
import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.catalogue.MicroDollars;
import dev.halftone.core.catalogue.Model;
import dev.halftone.core.catalogue.Offer;
import dev.halftone.core.catalogue.ProviderEntry;
import dev.halftone.core.catalogue.ProviderTerms;
import dev.halftone.core.catalogue.Resolution;
import dev.halftone.core.catalogue.Route;
import dev.halftone.core.catalogue.TextDialect;
import dev.halftone.core.catalogue.TextTask;
import dev.halftone.core.generation.LateResults;
import dev.halftone.core.generation.Section;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.profile.Profile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileReaderTest {
    static final String WHOLE =
            """
            {"brand": {"name": "Halftone", "tagline": "Dots"},
             "minimumAge": 18, "policyVersion": "2026-11-01", "addressDays": 30, "welcomeCredits": 25, "batchRowsAtOnce": 6,
             "lateResults": "deliver", "storage": {"megabytes": 5000, "files": 2000},
             "suggestions": {"style": ["film noir", "clay"]},
             "plans": {"usual": "open", "of": {"open": {}}}, "promptCheck": "none", "priceVersion": "2026-11-02",
             "signIn": [{"id": "google", "kind": "google", "title": "Google",
               "issuer": "https://accounts.google.com", "clientId": "halftone"}],
             "creditMicroDollars": 40000, "ownCostMicroDollars": {"image": 2500, "video": 17000, "text": 500},
             "ceilingMicroDollars": {"user": {"day": 40000000, "month": 400000000},
               "all": {"day": 1000000000, "month": 10000000000}},
             "demands": {"training": "any", "regions": [], "contract": false},
             "providers": {
               "fal": {"title": "fal.ai", "baseUrl": "https://queue.fal.run",
                 "callbackKeys": "https://rest.fal.ai/keys", "answers": "later",
                 "terms": {"training": "unknown", "tier": "paid", "minimumAge": 18,
                   "url": "https://fal.ai/terms", "verified": "2026-11-01"}},
               "vertex": {"title": "Google Cloud", "baseUrl": "https://vertex.example.org",
                 "answers": "at-once", "region": "europe-west4",
                 "terms": {"training": "never", "tier": "contract", "minimumAge": 16,
                   "url": "https://google.example.org/terms", "verified": "2026-10-01",
                   "obligation": "Say that it is Google."}}},
             "models": [{"id": "flux", "kind": "image", "name": "Flux", "description": "Quick.",
               "aspectRatios": ["1:1", "16:9"], "credits": {"1K": 1, "2K": 3},
               "promptCharactersMax": 2000, "typicalSeconds": 8, "deadlineSeconds": 180,
               "marks": "None.",
               "routes": [
                 {"provider": "fal", "endpoint": "fal-ai/flux", "sizing": "pixels",
                  "costMicroDollars": {"1K": 25000, "2K": 50000}, "disclosure": "Sent to fal.ai."},
                 {"provider": "vertex", "endpoint": "flux", "sizing": "ratio-and-resolution",
                  "costMicroDollars": {"1K": 30000}, "disclosure": "Sent to Google."}]}]}
            """;

    private static final String FILMS =
            WHOLE.replace("\"kind\": \"image\"", "\"kind\": \"video\"")
                    .replace(
                            "\"credits\": {\"1K\": 1, \"2K\": 3}",
                            "\"creditsPerSecond\": {\"480p\": 1, \"720p\": 2},"
                                    + " \"durationsSeconds\": [5, 10]")
                    .replace("\"1K\": 25000, \"2K\": 50000", "\"480p\": 9000, \"720p\": 20000")
                    .replace("\"1K\": 30000", "\"720p\": 30000");

    static final String TEXTS =
            """
            {"brand": {"name": "Halftone", "tagline": "Dots"},
             "minimumAge": 18, "policyVersion": "2026-11-01", "addressDays": 30, "welcomeCredits": 25, "batchRowsAtOnce": 6,
             "lateResults": "deliver", "storage": {"megabytes": 5000, "files": 2000},
             "plans": {"usual": "open", "of": {"open": {}}}, "promptCheck": "none", "priceVersion": "2026-11-02",
             "signIn": [{"id": "google", "kind": "google", "title": "Google",
               "issuer": "https://accounts.google.com", "clientId": "halftone"}],
             "creditMicroDollars": 40000, "ownCostMicroDollars": {"image": 2500, "video": 17000, "text": 500},
             "ceilingMicroDollars": {"user": {"day": 40000000, "month": 400000000},
               "all": {"day": 1000000000, "month": 10000000000}},
             "demands": {"training": "any", "regions": [], "contract": false},
             "providers": {
               "llm": {"title": "Some model", "baseUrl": "https://llm.example.org/v1",
                 "answers": "at-once",
                 "texts": {"output": "json-object", "limit": "max-completion-tokens"},
                 "terms": {"training": "never", "tier": "paid", "minimumAge": 18,
                   "url": "https://llm.example.org/terms", "verified": "2026-11-01"}}},
             "models": [{"id": "writer", "kind": "text", "task": "prompt-writer",
               "name": "Writer", "description": "Writes.", "creditsEach": 1,
               "promptCharactersMax": 1000, "typicalSeconds": 8, "deadlineSeconds": 180,
               "routes": [
                 {"provider": "llm", "endpoint": "a-model", "costMicroDollarsEach": 2000,
                  "disclosure": "Sent to some model."}]}]}
            """;

    @Test
    void readsEveryMember() {
        Profile profile = parse(WHOLE);

        assertThat(profile.name()).isEqualTo("test");
        assertThat(profile.brand()).isEqualTo(new Profile.Brand("Halftone", "Dots"));
        assertThat(profile.minimumAge()).isEqualTo(18);
        assertThat(profile.policyVersion()).isEqualTo("2026-11-01");
        assertThat(profile.welcomeCredits()).isEqualTo(new Credits(25));
        assertThat(profile.batchRowsAtOnce()).isEqualTo(6);
        assertThat(profile.lateResults()).isEqualTo(LateResults.DELIVER);
        assertThat(profile.suggestions().of(Section.STYLE)).containsExactly("film noir", "clay");
        assertThat(profile.catalogue().priceVersion()).isEqualTo("2026-11-02");
        assertThat(profile.catalogue().models())
                .containsExactly(
                        new Model(
                                "flux",
                                "Flux",
                                "Quick.",
                                List.of(new AspectRatio(1, 1), new AspectRatio(16, 9)),
                                new Offer.Images(
                                        Map.of(
                                                Resolution.ONE_K,
                                                new Credits(1),
                                                Resolution.TWO_K,
                                                new Credits(3))),
                                List.of(FAL, VERTEX),
                                new Model.Limits(
                                        2000, Duration.ofSeconds(8), Duration.ofSeconds(180)),
                                "None."));
    }

    private static final Route FAL =
            new Route(
                    "fal",
                    "fal-ai/flux",
                    Route.Sizing.PIXELS,
                    Map.of(
                            Resolution.ONE_K,
                            new MicroDollars(25_000),
                            Resolution.TWO_K,
                            new MicroDollars(50_000)),
                    "Sent to fal.ai.");
    private static final Route VERTEX =
            new Route(
                    "vertex",
                    "flux",
                    Route.Sizing.RATIO_AND_RESOLUTION,
                    Map.of(Resolution.ONE_K, new MicroDollars(30_000)),
                    "Sent to Google.");

    @Test
    void readsWhatIsDeclaredOfProviders() {
        Catalogue catalogue = parse(WHOLE).catalogue();

        assertThat(catalogue.provider(FAL))
                .isEqualTo(
                        new ProviderEntry(
                                "fal",
                                "fal.ai",
                                URI.create("https://queue.fal.run"),
                                URI.create("https://rest.fal.ai/keys"),
                                false,
                                null,
                                new ProviderTerms(
                                        ProviderTerms.Training.UNKNOWN,
                                        ProviderTerms.Tier.PAID,
                                        18,
                                        URI.create("https://fal.ai/terms"),
                                        LocalDate.of(2026, 11, 1),
                                        null)));
        assertThat(catalogue.provider(VERTEX))
                .satisfies(
                        vertex -> assertThat(vertex.direct()).isTrue(),
                        vertex -> assertThat(vertex.region()).isEqualTo("europe-west4"),
                        vertex ->
                                assertThat(vertex.terms().obligation())
                                        .isEqualTo("Say that it is Google."));
    }

    @Test
    void readsWhichNamesStandForOthers() {
        String json =
                WHOLE.replace(
                        "\"models\":",
                        """
                        "aliases": [{"id": "old", "model": "flux", "note": "It is gone."}],
                        "models":
                        """);

        assertThat(parse(json).catalogue().find("old").orElseThrow().id()).isEqualTo("flux");
    }

    // Protects: what an operator demands of providers is never a matter of what is cheap or up.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'training': 'any' | 'training': 'never'",
                "'regions': [] | 'regions': ['europe-west4']",
                "'contract': false | 'contract': true",
                "'minimumAge': 18, 'policy | 'minimumAge': 16, 'policy"
            })
    void leavesOutProvidersThatDoNotMeetWhatIsDemanded(String lax, String strict) {
        String json =
                WHOLE.replace("\"2K\": 3", "")
                        .replace("\"1K\": 1, ", "\"1K\": 1")
                        .replace(lax.replace('\'', '"'), strict.replace('\'', '"'));

        assertThat(parse(json).catalogue().models().getFirst().routes()).containsExactly(VERTEX);
    }

    // Protects: a model that nobody may make is no offer; the build says which and why.
    @Test
    void refusesAModelForWhichNoProviderIsLeft() {
        String json =
                WHOLE.replace("\"training\": \"any\"", "\"training\": \"never\"")
                        .replace("\"contract\": false", "\"contract\": true")
                        .replace("\"tier\": \"contract\"", "\"tier\": \"paid\"");

        assertThatThrownBy(() -> parse(json))
                .hasMessageContaining("flux has no provider left")
                .hasMessageContaining("fal does not promise to train on nothing, has no contract")
                .hasMessageContaining("vertex has no contract with us");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'models': | 'aliases': [{'id': 'old', 'model': 'gone', 'note': 'n'}], 'models': |"
                        + " old stands for gone",
                "'models': | 'aliases': [{'id': 'flux', 'model': 'flux', 'note': 'n'}], 'models': |"
                        + " called flux",
                "'models': | 'aliases': [{'id': 'old', 'model': 'flux'}], 'models': |"
                        + " aliases[old].note is no text",
                "'later' | 'soon' | providers.fal.answers is none",
                "'europe-west4' | 'EU!' | what is no region",
                "'answers' | 'answer' | providers.fal.answer is unknown",
                "'2026-10-01' | 'lately' | providers.vertex.terms.verified is no date",
                "'https://fal.ai/terms' | 'http://fal.ai/terms' | Terms are read over https",
                "'provider': 'fal' | 'provider': 'nobody' | providers lacks nobody of flux",
                "'provider': 'vertex' | 'provider': 'fal' | names a provider twice",
                "{'1K': 25000, '2K': 50000} | {'1K': 25000} | offers 2K, which nobody makes",
                "{'1K': 30000} | {'1K': 0} | costs something",
                "{'1K': 30000} | {'1K': 0.03} | is no whole number",
                "{'style': | {'weather': | suggestions.weather is no section",
                "'clay' | 'film noir' | 16 different attributes"
            })
    void namesWhatMeansNothing(String good, String bad, String fault) {
        String json = WHOLE.replace(good.replace('\'', '"'), bad.replace('\'', '"'));
        assertThat(json).isNotEqualTo(WHOLE);

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
    void readsAModelOfTexts() {
        Catalogue catalogue = parse(TEXTS).catalogue();
        Model model = catalogue.models().getFirst();

        assertThat(model.offer())
                .isEqualTo(new Offer.Texts(new Credits(1), TextTask.PROMPT_WRITER));
        assertThat(model.routes().getFirst().making())
                .isEqualTo(new Route.Making.Written(new MicroDollars(2_000)));
        assertThat(catalogue.provider(model.routes().getFirst()).texts())
                .isEqualTo(
                        new TextDialect(
                                TextDialect.Output.JSON_OBJECT,
                                TextDialect.Limit.MAX_COMPLETION_TOKENS));
    }

    /** Whoever writes no texts is asked for none, and a text has a price and a task. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'creditsEach': 1 | 'creditsEach': 0 | A price is not zero",
                "'task': 'prompt-writer' | 'task': 'poet' | models[writer].task is none of the"
                        + " known",
                "'kind': 'text' | 'kind': 'text', 'credits': {'1K': 1} | models[writer].credits"
                        + " says",
                "'kind': 'text' | 'kind': 'text', 'aspectRatios': ['1:1'] |"
                        + " models[writer].aspectRatios says nothing",
                "'costMicroDollarsEach': 2000 | 'costMicroDollarsEach': 0 | costs something",
                "'costMicroDollarsEach': 2000 | 'costMicroDollars': {'1K': 1} |"
                        + " routes[0].costMicroDollars says nothing",
                "'texts': {'output': 'json-object', 'limit': 'max-completion-tokens'}, | |"
                        + " makes something else",
                "'json-object' | 'xml' | texts.output is none of the known"
            })
    void refusesTextsThatNobodyWritesOrThatAreFree(
            String good, @Nullable String bad, String fault) {
        String json =
                TEXTS.replace(good.replace('\'', '"'), bad == null ? "" : bad.replace('\'', '"'));
        assertThat(json).isNotEqualTo(TEXTS);

        assertThatThrownBy(() -> parse(json)).hasMessageContaining(fault);
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
                        "models[0].routes[0].sizing is none of the known",
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

    static Profile parse(String json) {
        return ProfileReader.parse("test", json.getBytes(StandardCharsets.UTF_8));
    }
}
