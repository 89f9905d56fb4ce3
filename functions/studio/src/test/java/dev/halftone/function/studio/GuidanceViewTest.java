package dev.halftone.function.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.brief.BriefId;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationEvent;
import dev.halftone.core.generation.GenerationRequest;
import dev.halftone.core.generation.Guidance;
import dev.halftone.core.generation.Section;
import dev.halftone.core.generation.Settings;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import dev.halftone.testing.Samples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Protects: what was decided beside a prompt is shown, found and, once removed, gone. */
class GuidanceViewTest {
    private static final BriefId MINA = new BriefId("brf_" + "1".repeat(32));

    private final Library library = new Library();

    @BeforeEach
    void orderOneGuidedAndOneOther() {
        library.grant(1, 25);
        library.accepted(2, 1, 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"noir", "film%20NOIR", "mina", "torn", "canvas%20lighthouse"})
    void findsAGenerationByWhatGuidedIt(String search) {
        Generation generation = guided();

        assertThat(found(search)).containsExactly(generation.id().value());
    }

    // The names of the parts stand in every order that has them, and would find all of them.
    @ParameterizedTest
    @ValueSource(strings = {"style", "character"})
    void findsNothingByTheNameOfAPart(String search) {
        guided();

        assertThat(found(search)).isEmpty();
    }

    @Test
    void showsWhichCharacterInWhichWordsAndEachSection() {
        Generation generation = guided();

        JsonNode guidance = one(generation).json().at("/settings/guidance");

        assertThat(guidance.at("/brief/id").asString()).isEqualTo(MINA.value());
        assertThat(guidance.at("/brief/version").asInt()).isEqualTo(3);
        assertThat(guidance.at("/brief/text").asString()).isEqualTo("a grey cat with a torn ear");
        assertThat(guidance.at("/look").asString()).isEqualTo("Oil on canvas.");
        assertThat(guidance.at("/attributes/style").asString()).isEqualTo("film noir");
    }

    @Test
    void keepsNoWordOfItOnceItsOwnerHasRemovedIt() {
        Generation removed =
                library.stored(guided())
                        .on(
                                new GenerationEvent.GivenUp(
                                        FailureReason.PROVIDER_ERROR, "by a test", Samples.NOW))
                        .flatMap(ended -> ended.on(new GenerationEvent.Removed(Samples.NOW)))
                        .orElseThrow();

        assertThat(removed.request().settings().guidance()).isEqualTo(Guidance.NONE);
        assertThat(removed.request().words()).isEmpty();
    }

    // The page offers the same sections that an order is checked against.
    @Test
    void offersEverySectionWithWhatTheOperatorSuggests() {
        JsonNode sections =
                library.call(HttpEvent.read("studio", "models").withoutCookies())
                        .json()
                        .get("sections");

        assertThat(sections.valueStream().map(each -> each.get("id").asString()))
                .containsExactly("style", "light", "lens", "composition", "mood", "palette");
        assertThat(sections.at("/0/suggestions").toString())
                .isEqualTo("[\"film noir\",\"watercolour\"]");
        assertThat(sections.at("/0/maxCharacters").asInt()).isEqualTo(120);
    }

    private Generation guided() {
        GenerationRequest plain = Samples.request();
        Guidance guidance =
                new Guidance(
                        null,
                        "Oil on canvas.",
                        new Guidance.Cast(MINA, 3, "Mina", "a grey cat with a torn ear"),
                        Map.of(Section.STYLE, "film noir"));
        return library.accepted(
                new GenerationRequest(
                        plain.model(),
                        plain.prompt(),
                        plain.format(),
                        Settings.NONE.guidedBy(guidance)),
                1,
                1,
                4);
    }

    private List<String> found(String search) {
        return library.call(library.event(1, "history").query("search=" + search))
                .json()
                .get("items")
                .valueStream()
                .map(each -> each.get("id").asString())
                .toList();
    }

    private HttpAnswer one(Generation generation) {
        return library.call(
                library.event(1, "generation").pathParameter("id", generation.id().value()));
    }
}
