package dev.halftone.function.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.account.UserId;
import dev.halftone.core.catalogue.Format;
import dev.halftone.core.catalogue.ShotPlan;
import dev.halftone.core.catalogue.TextTask;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationEvent;
import dev.halftone.core.generation.GenerationRequest;
import dev.halftone.core.generation.GenerationWish;
import dev.halftone.core.generation.Media;
import dev.halftone.core.generation.MediaType;
import dev.halftone.core.generation.ObjectKey;
import dev.halftone.core.storyboard.Storyboard;
import dev.halftone.core.storyboard.Take;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import dev.halftone.testing.Samples;
import dev.halftone.testing.StoryboardSamples;
import dev.halftone.testing.TextSamples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Protects: a person arranges shots as they like, and finds what was made of each. */
class StoryboardRoutesTest {
    private static final UserId ADA = Samples.userId(1);
    private static final String PLAN =
            """
            {"title":"The bottle","shots":[\
            {"title":"The beach","prompt":"A keeper walks along a beach","seconds":5},\
            {"title":"The find","prompt":"A green bottle in wet sand","seconds":60},\
            {"title":"The answer","prompt":"A bottle flies into the sea","seconds":1}]}\
            """;

    private static final JsonMapper JSON = new JsonMapper();

    private final Library library = new Library();

    @BeforeEach
    void give() {
        library.grant(1, 25);
    }

    @Test
    void isBeingPlannedUntilItsPlanIsThere() {
        Storyboard storyboard = begun(false);

        assertThat(one(storyboard).get("state").asString()).isEqualTo("planning");
        assertThat(one(storyboard).get("shots")).isEmpty();
        assertThat(list().at("/0/state").asString()).isEqualTo("planning");
        assertThat(list().at("/0/shots").asInt()).isEqualTo(3);
    }

    @Test
    void takesItsPlanOverAndNeedsItNoMore() {
        Storyboard storyboard = begun(false);
        Generation plan = deliver(storyboard);

        assertThat(list().at("/0/state").asString()).isEqualTo("ready");
        JsonNode read = one(storyboard);

        assertThat(read.get("state").asString()).isEqualTo("ready");
        assertThat(read.get("title").asString()).isEqualTo("The bottle");
        assertThat(read.get("version").asInt()).isEqualTo(1);
        assertThat(read.get("shots"))
                .extracting(shot -> shot.get("title").asString())
                .containsExactly("The beach", "The find", "The answer");
        assertThat(
                        library.call(
                                        library.event(1, "remove")
                                                .pathParameter("id", plan.id().value()))
                                .status())
                .isEqualTo(204);
        assertThat(one(storyboard)).isEqualTo(read);
    }

    // A plan knows no price list.
    @Test
    void givesFilmsALengthThatCanBeHad() {
        Storyboard storyboard = begun(true);
        deliver(storyboard);

        assertThat(one(storyboard).get("shots"))
                .extracting(shot -> shot.get("seconds").asInt())
                .isSubsetOf(4, 6, 8)
                .startsWith(4)
                .endsWith(4);
    }

    @Test
    void hasFailedIfItsPlanHas() {
        Storyboard storyboard = begun(false);
        library.end(
                library.store.generations().find(storyboard.planning()).orElseThrow(),
                new GenerationEvent.GivenUp(FailureReason.INVALID_RESULT, "none", Samples.NOW));

        JsonNode read = one(storyboard);

        assertThat(read.get("state").asString()).isEqualTo("failed");
        assertThat(read.at("/planning/failure/code").asString()).isEqualTo("invalid_result");
        assertThat(read.at("/planning/refundedCredits").asLong()).isEqualTo(3);
    }

    // Its order was refused while somebody died: nobody waits for it for ever.
    @Test
    void hasFailedIfItsPlanWasNeverOrdered() {
        Storyboard storyboard = StoryboardSamples.planning(ADA, 9, Samples.NOW);
        library.storyboards.create(storyboard);

        assertThat(one(storyboard).get("state").asString()).isEqualTo("planning");
        library.clock.advance(java.time.Duration.ofMinutes(1));
        assertThat(one(storyboard).get("state").asString()).isEqualTo("failed");
    }

    @Test
    void isArrangedAnewWithNumbersThatStay() {
        Storyboard storyboard = ready();

        HttpAnswer edited = library.call(of("storyboard-edit", storyboard));

        assertThat(edited.status()).isEqualTo(200);
        assertThat(edited.json().get("version").asInt()).isEqualTo(2);
        assertThat(edited.json().get("shots"))
                .extracting(shot -> shot.get("number").asInt())
                .containsExactly(2, 1, 4);
    }

    @Test
    void overwritesNothingUnseen() {
        Storyboard storyboard = ready();
        library.call(of("storyboard-edit", storyboard));

        HttpAnswer answer = library.call(of("storyboard-edit", storyboard));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("storyboard_changed");
        assertThat(answer.json().get("version").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "title, ' ', title",
        "shots, none, shots",
        "shots, unknown, shots",
        "shots, twice, shots",
        "shots, long, prompt",
        "shots, endless, seconds"
    })
    void namesWhatNobodyCouldKeep(String field, String value, String named) {
        Storyboard storyboard = ready();
        Object given =
                switch (value) {
                    case "none" -> List.of();
                    case "unknown" -> List.of(shot(9, "A beach"));
                    case "twice" -> List.of(shot(1, "A beach"), shot(1, "A beach"));
                    case "long" -> List.of(shot(1, "x".repeat(2_001)));
                    case "endless" -> List.of(Map.of("title", "x", "prompt", "x", "seconds", 61));
                    default -> value;
                };

        HttpAnswer answer = library.call(of("storyboard-edit", storyboard).bodyField(field, given));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("field").asString()).isEqualTo(named);
        assertThat(one(storyboard).get("version").asInt()).isEqualTo(1);
    }

    @Test
    void showsWhatWasMadeWithTheShotItWasMadeOf() {
        Storyboard storyboard = ready();
        Generation made = library.delivered(7, 1, 4);
        library.storyboards.note(ADA, storyboard.id(), new Take(2, made.id(), Samples.NOW));
        library.storyboards.note(
                ADA, storyboard.id(), new Take(3, Samples.generationId(99), Samples.NOW));

        JsonNode read = one(storyboard);

        assertThat(read.at("/shots/1/generations/0/id").asString()).isEqualTo(made.id().value());
        assertThat(read.at("/shots/1/generations/0/media")).hasSize(1);
        assertThat(read.at("/shots/2/generations")).isEmpty();
    }

    @Test
    void goesWithItsPlanAndLeavesWhatWasMade() {
        Storyboard storyboard = ready();
        Generation made = library.delivered(7, 1, 4);
        library.storyboards.note(ADA, storyboard.id(), new Take(2, made.id(), Samples.NOW));

        assertThat(library.call(of("storyboard-delete", storyboard)).status()).isEqualTo(204);

        assertThat(library.call(of("storyboard", storyboard)).code())
                .isEqualTo("unknown_storyboard");
        Generation plan = library.store.generations().find(storyboard.planning()).orElseThrow();
        assertThat(plan.shelf().isRemoved()).isTrue();
        assertThat(plan.request().prompt()).isEmpty();
        assertThat(library.stored(made).shelf().isRemoved()).isFalse();
        assertThat(library.call(of("storyboard-delete", storyboard)).status()).isEqualTo(404);
    }

    @Test
    void staysWhileItIsBeingPlanned() {
        Storyboard storyboard = begun(false);

        assertThat(library.call(of("storyboard-delete", storyboard)).code())
                .isEqualTo("generation_running");
        assertThat(one(storyboard).get("state").asString()).isEqualTo("planning");
    }

    // Programs read storyboards by the schema that the site publishes.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void isAlwaysInThePublishedForm(boolean moving) {
        Storyboard storyboard = begun(moving);
        JsonNode begun = one(storyboard);
        deliver(storyboard);
        JsonNode planned = one(storyboard);
        library.storyboards.note(
                ADA, storyboard.id(), new Take(2, library.delivered(7, 1, 4).id(), Samples.NOW));
        JsonNode edited = library.call(of("storyboard-edit", storyboard)).json();

        assertThat(List.of(begun, planned, edited, one(storyboard)))
                .allSatisfy(answer -> assertThat(PublishedForm.faults(answer)).isEmpty());
    }

    // The planted faults: a schema that lets everything through would protect nobody.
    @ParameterizedTest
    @CsvSource({
        "/id, '\"stb_1\"'",
        "/state, '\"done\"'",
        "/title, null",
        "/version, 0",
        "/planned, 13",
        "/createdAt, '\"today\"'",
        "/secret, 1",
        "/shots, []",
        "/shots/0/number, 0",
        "/shots/1/title, '\"\"'",
        "/shots/1/seconds, 61",
        "/shots/2/prompt, null",
        "/shots/2/media, []",
        "/shots/0/generations, [{}]"
    })
    void isNoticedOnceItLeavesThePublishedForm(String place, String value) {
        JsonNode broken = one(ready());
        int end = place.lastIndexOf('/');
        ((ObjectNode) broken.at(place.substring(0, end)))
                .set(place.substring(end + 1), JSON.readTree(value));

        assertThat(PublishedForm.faults(broken)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"storyboard", "storyboard-edit", "storyboard-delete"})
    void isUnknownToEverybodyElse(String event) {
        Storyboard storyboard = ready();

        assertThat(
                        library.call(
                                        library.event(2, event)
                                                .pathParameter("id", storyboard.id().value()))
                                .code())
                .isEqualTo("unknown_storyboard");
    }

    /** One whose plan has been ordered. */
    private Storyboard begun(boolean moving) {
        Storyboard like = StoryboardSamples.planning(ADA, 1, Samples.NOW);
        Storyboard storyboard =
                new Storyboard(
                        like.id(),
                        ADA,
                        like.brief(),
                        new ShotPlan(3, moving),
                        Samples.generationId(1),
                        moving
                                ? new GenerationWish(Samples.VIDEO_MODEL, "16:9", "720p", 4)
                                : like.form(),
                        null,
                        Samples.NOW);
        library.storyboards.create(storyboard);
        TextTask task = TextTask.STORYBOARD.planned(storyboard.plan()).orElseThrow();
        library.accepted(
                new GenerationRequest(
                        TextSamples.PLANNER, storyboard.brief(), new Format.Text(task)),
                1,
                1,
                3);
        return storyboard;
    }

    private Generation deliver(Storyboard storyboard) {
        Generation plan = library.store.generations().find(storyboard.planning()).orElseThrow();
        Media document =
                new Media(
                        ObjectKey.result(ADA, plan.id(), 0, MediaType.JSON),
                        MediaType.JSON,
                        null,
                        null,
                        PLAN,
                        PLAN.length(),
                        "0".repeat(64),
                        "0".repeat(64));
        return library.end(
                plan,
                new GenerationEvent.DeliveredAtOnce(
                        Samples.providerRequest(1), List.of(document), Samples.NOW));
    }

    private Storyboard ready() {
        Storyboard storyboard = begun(false);
        deliver(storyboard);
        one(storyboard);
        return storyboard;
    }

    private static Map<String, Object> shot(int number, String prompt) {
        return Map.of("number", number, "title", "A shot", "prompt", prompt);
    }

    private HttpEvent of(String event, Storyboard storyboard) {
        return library.event(1, event).pathParameter("id", storyboard.id().value());
    }

    /** Whatever is asked of it here, it is read in the form that is published. */
    private JsonNode one(Storyboard storyboard) {
        JsonNode read = library.call(of("storyboard", storyboard)).json();
        assertThat(PublishedForm.faults(read)).as("%s", read).isEmpty();
        return read;
    }

    private JsonNode list() {
        return library.call(library.event(1, "storyboards")).json().get("items");
    }
}
