package dev.halftone.function.generationsubmit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.brief.Brief;
import dev.halftone.core.brief.BriefId;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.Guidance;
import dev.halftone.core.generation.Section;
import dev.halftone.core.project.Project;
import dev.halftone.core.project.ProjectId;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import dev.halftone.testing.Samples;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Protects: an order keeps what it took from the library, in the words of that moment. */
class GuidanceTest {
    private static final long GIVEN = 50;
    private static final BriefId MINA = new BriefId("brf_" + "1".repeat(32));
    private static final ProjectId OILS = new ProjectId("prj_" + "1".repeat(32));
    private static final ProjectId OTHERS = new ProjectId("prj_" + "2".repeat(32));

    private final Studio studio = new Studio();
    private Studio.Person ada;

    @BeforeEach
    void fillTheLibrary() {
        ada = studio.person(1, GIVEN);
        studio.briefs.create(mina(1, "a grey cat with a torn ear"));
        studio.projects.create(project(OILS, 1, "Oil on canvas."));
        studio.projects.create(project(OTHERS, 2, "Nobody else's business."));
    }

    // Whoever liked one picture of a character asks for the next, and both say who that was.
    @Test
    void everyGenerationRecordsWhichWordingOfACharacterItShows() {
        Generation first = accepted(order().bodyField("brief", MINA.value()));
        studio.briefs.rewrite(mina(2, "a black cat"));
        Generation second = accepted(order("second").bodyField("brief", MINA.value()));

        assertThat(guidance(first).cast())
                .isEqualTo(new Guidance.Cast(MINA, 1, "Mina", "a grey cat with a torn ear"));
        assertThat(guidance(second).cast())
                .isEqualTo(new Guidance.Cast(MINA, 2, "Mina", "a black cat"));
    }

    @Test
    void takesAnEarlierWordingIfThatIsAskedFor() {
        studio.briefs.rewrite(mina(2, "a black cat"));

        HttpAnswer answer =
                studio.call(order().bodyField("brief", MINA.value()).bodyField("briefVersion", 1));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().at("/settings/guidance/brief/version").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/settings/guidance/brief/text").asString())
                .isEqualTo("a grey cat with a torn ear");
    }

    // The words that were paid for are the words that are sent, whatever became of the library.
    @Test
    void keepsTheWordsWhenTheLibraryChanges() {
        Generation before = accepted(everything());

        studio.briefs.delete(Samples.userId(1), MINA);
        studio.projects.change(project(OILS, 1, "Now in charcoal."));

        Generation after = studio.store.generations().find(before.id()).orElseThrow();
        assertThat(after.request().words()).isEqualTo(before.request().words());
        assertThat(studio.call(everything()).status()).isEqualTo(200);
    }

    @Test
    void tellsTheProviderTheProjectsLookTheCharacterAndEachSection() {
        Generation generation = accepted(everything());

        assertThat(generation.request().words())
                .isEqualTo(
                        generation.request().prompt()
                                + "\n\nOil on canvas."
                                + "\n\nCharacter Mina: a grey cat with a torn ear"
                                + "\n\nStyle: film noir\nLight: one candle");
        assertThat(generation.shelf().project()).isEqualTo(OILS);
    }

    @Test
    void anOrdersOwnDirectionComesBeforeItsProjects() {
        Generation generation = accepted(everything().bodyField("direction", "In charcoal."));

        assertThat(generation.request().words())
                .contains("In charcoal.")
                .doesNotContain("Oil on canvas.");
        assertThat(generation.shelf().project()).isEqualTo(OILS);
    }

    // A text is told of no look, but belongs somewhere all the same.
    @Test
    void keepsATextInAProjectToo() {
        Generation generation = accepted(ada.text().bodyField("project", OILS.value()));

        assertThat(generation.shelf().project()).isEqualTo(OILS);
        assertThat(generation.request().words()).isEqualTo(generation.request().prompt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"project", "brief", "attributes"})
    void theSameKeyForAnotherGuidanceIsAnotherRequest(String field) {
        studio.call(everything());

        assertThat(studio.call(everything().withoutBodyField(field)).code())
                .isEqualTo("idempotency_key_reused");
    }

    // Whether somebody else has such a thing is nobody's business.
    @ParameterizedTest
    @CsvSource({
        "project, prj_22222222222222222222222222222222, unknown_project",
        "project, no id, unknown_project",
        "brief, brf_22222222222222222222222222222222, unknown_brief",
        "brief, no id, unknown_brief"
    })
    void refusesWhatIsNotInThePersonsOwnLibrary(String field, String id, String code) {
        requireRefused(order().bodyField(field, id), field, code);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 51})
    void refusesAWordingThatThereIsNot(int version) {
        requireRefused(
                order().bodyField("brief", MINA.value()).bodyField("briefVersion", version),
                "brief",
                "unknown_brief");
    }

    @Test
    void refusesAVersionOfNothing() {
        requireRefused(order().bodyField("briefVersion", 1), "brief", "brief_required");
    }

    @Test
    void refusesASectionThatNobodyKnows() {
        requireRefused(
                order().bodyField("attributes", Map.of("weather", "rain")),
                "attributes",
                "unknown_section");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a\u0007b"})
    void refusesAnAttributeThatSaysNothing(String text) {
        requireRefused(
                order().bodyField("attributes", Map.of("mood", text)),
                "attributes",
                "invalid_attribute");
    }

    @Test
    void refusesAnAttributeThatIsTooLong() {
        String longest = "x".repeat(Guidance.ATTRIBUTE_CHARACTERS_MAX);

        requireRefused(
                order().bodyField("attributes", Map.of("mood", longest + "x")),
                "attributes",
                "invalid_attribute");
    }

    @Test
    void refusesWordsForWhichTheModelHasNoRoom() {
        String prompt = "x".repeat(2_000 - 20);

        requireRefused(
                order().bodyField("prompt", prompt).bodyField("brief", MINA.value()),
                "brief",
                "too_many_words");
    }

    @ParameterizedTest
    @CsvSource({"brief, unsupported_brief", "attributes, unsupported_attributes"})
    void aTextTakesNothingThatIsOnlySeen(String field, String code) {
        Object value = field.equals("brief") ? MINA.value() : Map.of("mood", "calm");

        requireRefused(ada.text().bodyField(field, value), field, code);
    }

    private HttpEvent order() {
        return ada.submission();
    }

    private HttpEvent order(String key) {
        return order().header("idempotency-key", "guidance-" + key + "-0123456789abcdef");
    }

    private HttpEvent everything() {
        return order().bodyField("project", OILS.value())
                .bodyField("brief", MINA.value())
                .bodyField(
                        "attributes",
                        Map.of(
                                Section.LIGHT.label(), "one candle",
                                Section.STYLE.label(), "film noir"));
    }

    private Generation accepted(HttpEvent event) {
        HttpAnswer answer = studio.call(event);
        assertThat(answer.status()).isEqualTo(202);
        GenerationId id = new GenerationId(answer.json().get("id").asString());
        return studio.store.generations().find(id).orElseThrow();
    }

    private static Guidance guidance(Generation generation) {
        return generation.request().settings().guidance();
    }

    private void requireRefused(HttpEvent event, String field, String code) {
        HttpAnswer answer = studio.call(event);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().get("field").asString()).isEqualTo(field);
        assertThat(ada.available()).isEqualTo(GIVEN);
    }

    private static Brief mina(int version, String text) {
        return new Brief(MINA, Samples.userId(1), "Mina", text, version, Samples.NOW);
    }

    private static Project project(ProjectId id, int owner, String direction) {
        return new Project(id, Samples.userId(owner), "Winter", direction, Samples.NOW);
    }
}
