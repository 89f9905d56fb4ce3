package dev.halftone.function.generationsubmit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.account.UserId;
import dev.halftone.core.catalogue.Model;
import dev.halftone.core.catalogue.ShotPlan;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.storyboard.Edition;
import dev.halftone.core.storyboard.Shot;
import dev.halftone.core.storyboard.StoryboardId;
import dev.halftone.core.storyboard.Storyboards;
import dev.halftone.core.storyboard.Take;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import dev.halftone.testing.Samples;
import dev.halftone.testing.StoryboardSamples;
import dev.halftone.testing.TextSamples;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Protects: a brief becomes shots, and shots become pictures, each paid for once and by itself. */
class StoryboardTest {
    private static final int GIVEN = 25;
    private static final int PLAN = 3;
    private static final int PICTURE = 4;
    private static final UserId ADA = Samples.userId(1);

    private final Studio studio = new Studio();
    private Studio.Person ada;

    @BeforeEach
    void offerAPlanner() {
        List<Model> models =
                List.of(
                        Samples.model(),
                        Samples.videoModel(),
                        TextSamples.model(),
                        TextSamples.planner());
        studio.deploy(Samples.profile(Samples.catalogue(models, List.of())));
        ada = studio.person(1, GIVEN);
    }

    @Test
    void isThereAtOnceAndPlannedByAGenerationOfItsOwn() {
        HttpEvent event = brief();

        HttpAnswer answer = studio.call(event);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().get("state").asString()).isEqualTo("planning");
        assertThat(answer.json().get("version").asInt()).isZero();
        assertThat(ada.available()).isEqualTo(GIVEN - PLAN);
        GenerationId planning = new GenerationId(answer.json().at("/planning/id").asString());
        Generation stored = studio.store.generations().find(planning).orElseThrow();
        assertThat(stored.request().plan()).isEqualTo(new ShotPlan(3, false));
        assertThat(stored.request().prompt()).startsWith("A lighthouse keeper");
        assertThat(studio.storyboards.of(ADA))
                .extracting(each -> each.planning())
                .containsExactly(planning);
    }

    @Test
    void isBegunAndPaidOnceHoweverOftenItIsAskedFor() {
        HttpEvent event = brief();
        String id = studio.call(event).json().get("id").asString();

        HttpAnswer again = studio.call(event);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("id").asString()).isEqualTo(id);
        assertThat(ada.available()).isEqualTo(GIVEN - PLAN);
        assertThat(studio.storyboards.of(ADA)).hasSize(1);
    }

    @Test
    void isAnotherUnderTheSameKeyIfOtherShotsAreWanted() {
        HttpEvent event = brief();
        studio.call(event);

        assertThat(studio.call(event.bodyField("shots", 4)).code())
                .isEqualTo("idempotency_key_reused");
        assertThat(studio.call(event.bodyField("brief", "Another story")).code())
                .isEqualTo("idempotency_key_reused");
        assertThat(ada.available()).isEqualTo(GIVEN - PLAN);
    }

    // What is refused costs nothing and leaves nothing.
    @ParameterizedTest
    @CsvSource({
        "shots, 1, invalid_shots",
        "shots, 13, invalid_shots",
        "brief, ' ', invalid_brief",
        "aspectRatio, 7:1, unsupported_aspect_ratio",
        "durationSeconds, 4, unsupported_duration",
        "model, prompt-writer, unsupported_aspect_ratio",
        "model, nothing, unknown_model",
        "quote, none, quote_mismatch"
    })
    void isRefusedByName(String field, String value, String code) {
        Object given = value.matches("\\d+") ? (Object) Integer.valueOf(value) : value;

        HttpAnswer answer = studio.call(brief().bodyField(field, given));

        assertThat(answer.code()).isEqualTo(code);
        assertThat(ada.available()).isEqualTo(GIVEN);
        assertThat(studio.storyboards.of(ADA)).isEmpty();
    }

    @Test
    void leavesNothingBehindIfItsPlanCannotBePaid() {
        studio.spend(1, GIVEN - 1);

        HttpAnswer answer = studio.call(brief());

        assertThat(answer.status()).isEqualTo(402);
        assertThat(studio.storyboards.of(ADA)).isEmpty();
    }

    @Test
    void isPricedShotByShotAndAsAWhole() {
        String id = planned();

        HttpAnswer some = studio.call(of("storyboard-quote", id).bodyField("shots", List.of(3, 1)));
        HttpAnswer all = studio.call(of("storyboard-quote", id).withoutBodyField("shots"));

        assertThat(some.json().get("credits").asLong()).isEqualTo(2 * PICTURE);
        assertThat(some.json().get("items"))
                .extracting(each -> each.get("shot").asInt())
                .containsExactly(1, 3);
        assertThat(all.json().get("credits").asLong()).isEqualTo(3 * PICTURE);
    }

    @Test
    void hasAShotMadeAsItStandsAndKnowsWhatWasMadeOfIt() {
        String id = planned();

        HttpAnswer answer = studio.call(shot(id, 2));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().get("prompt").asString()).isEqualTo("The keeper at step 2");
        assertThat(answer.json().get("aspectRatio").asString()).isEqualTo("16:9");
        GenerationId made = new GenerationId(answer.json().get("id").asString());
        assertThat(studio.storyboards.takes(ADA, new StoryboardId(id)))
                .extracting(Take::shot, Take::generation)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(2, made));
        assertThat(ada.available()).isEqualTo(GIVEN - PLAN - PICTURE);
    }

    @Test
    void hasAShotMadeOncePerKey() {
        String id = planned();
        HttpEvent event = shot(id, 1);
        studio.call(event);

        assertThat(studio.call(event).status()).isEqualTo(200);
        assertThat(studio.storyboards.takes(ADA, new StoryboardId(id))).hasSize(1);
        assertThat(ada.available()).isEqualTo(GIVEN - PLAN - PICTURE);
    }

    @Test
    void makesAFilmOfAShotAsLongAsTheShotSays() {
        HttpEvent event =
                brief().bodyField("model", Samples.VIDEO_MODEL)
                        .bodyField("resolution", "720p")
                        .bodyField("durationSeconds", 4);
        String id = studio.call(event).json().get("id").asString();
        Edition planned =
                Edition.first(
                        "The bottle",
                        List.of(
                                new Shot(1, "It lies", "It lies", 8),
                                new Shot(2, "It opens", "It opens", null)));
        studio.storyboards.edit(ADA, new StoryboardId(id), planned);
        HttpAnswer quote = studio.call(of("storyboard-quote", id).withoutBodyField("shots"));

        assertThat(quote.json().at("/items/0/credits").asLong())
                .isEqualTo(2 * quote.json().at("/items/1/credits").asLong());
    }

    @Test
    void hasNothingToOrderBeforeItsPlanIsThere() {
        String id = studio.call(brief()).json().get("id").asString();

        assertThat(studio.call(of("storyboard-quote", id)).code())
                .isEqualTo("storyboard_not_ready");
        assertThat(studio.call(of("storyboard-shot", id)).code()).isEqualTo("storyboard_not_ready");
    }

    // Else its storyboard would show takes of which there is nothing to be seen.
    @Test
    void forgetsAnOrderThatWasRefused() {
        String id = planned();

        assertThat(studio.call(of("storyboard-shot", id).bodyField("quote", "none")).code())
                .isEqualTo("quote_mismatch");
        assertThat(studio.storyboards.takes(ADA, new StoryboardId(id))).isEmpty();
    }

    @Test
    void isMadeNoMoreOftenThanItCanShow() {
        String id = planned();
        for (int number = 0; number < Storyboards.TAKES_MAX; number++) {
            studio.storyboards.note(
                    ADA,
                    new StoryboardId(id),
                    new Take(1, Samples.generationId(number), Samples.NOW));
        }

        assertThat(studio.call(shot(id, 1)).code()).isEqualTo("too_many_takes");
        assertThat(ada.available()).isEqualTo(GIVEN - PLAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"storyboard-quote", "storyboard-shot"})
    void isUnknownToEverybodyElse(String event) {
        String id = planned();
        Studio.Person stranger = studio.person(2, GIVEN);

        assertThat(studio.call(stranger.event(event).pathParameter("id", id)).code())
                .isEqualTo("unknown_storyboard");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "0", "x"})
    void hasNoOtherShots(String shot) {
        String id = planned();

        assertThat(studio.call(of("storyboard-shot", id).pathParameter("shot", shot)).code())
                .isEqualTo("unknown_shot");
    }

    private HttpEvent brief() {
        HttpEvent quote = ada.textQuote().bodyField("model", TextSamples.PLANNER);
        return ada.event("storyboard-plan")
                .bodyField("quote", studio.call(quote).json().get("quote").asString());
    }

    /** A storyboard whose plan has been taken over. */
    private String planned() {
        String id = studio.call(brief()).json().get("id").asString();
        studio.storyboards.edit(ADA, new StoryboardId(id), StoryboardSamples.planned());
        return id;
    }

    private HttpEvent of(String event, String id) {
        return ada.event(event).pathParameter("id", id);
    }

    private HttpEvent shot(String id, int number) {
        HttpAnswer quote =
                studio.call(of("storyboard-quote", id).bodyField("shots", List.of(number)));
        return of("storyboard-shot", id)
                .pathParameter("shot", Integer.toString(number))
                .bodyField("quote", quote.json().at("/items/0/quote").asString());
    }
}
