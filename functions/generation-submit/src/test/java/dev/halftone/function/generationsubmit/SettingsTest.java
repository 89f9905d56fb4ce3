package dev.halftone.function.generationsubmit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.asset.Asset;
import dev.halftone.core.asset.AssetType;
import dev.halftone.core.asset.StorageQuota;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.Guidance;
import dev.halftone.core.generation.Settings;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import dev.halftone.testing.AssetSamples;
import dev.halftone.testing.Samples;
import dev.halftone.testing.TakingSamples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Protects: a model is asked for what it takes, and what it does not take costs nothing. */
class SettingsTest {
    private static final StorageQuota ROOM = new StorageQuota(1_000_000, 100);
    private static final long GIVEN = 25;

    private final Studio studio = new Studio();
    private Studio.Person ada;

    @BeforeEach
    void offerEverything() {
        studio.deploy(Samples.profile(TakingSamples.catalogue()));
        ada = studio.person(1, GIVEN);
    }

    // Nobody is left in the belief that a model heeds what it never sees.
    @ParameterizedTest
    @CsvSource({
        "negativePrompt, unsupported_negative_prompt",
        "seed, unsupported_seed",
        "references, unsupported_references",
        "firstFrame, unsupported_first_frame",
        "speech, unsupported_speech",
        "audio, unsupported_audio",
        "watermark, unsupported_watermark"
    })
    void refusesByNameWhatTheModelDoesNotTake(String field, String code) {
        requireRefused(put(plain(), field), field, code);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 2_147_483_648L, Long.MAX_VALUE})
    void refusesASeedThatNoModelTakes(long seed) {
        requireRefused(pictures().bodyField("seed", seed), "seed", "invalid_seed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a\u0007b", "more than forty characters of what is not wanted"})
    void refusesWordsThatAreNone(String words) {
        requireRefused(
                pictures().bodyField("negativePrompt", words),
                "negativePrompt",
                "invalid_negative_prompt");
    }

    @Test
    void refusesADirectionThatDoesNotFitBesideThePrompt() {
        requireRefused(
                pictures().bodyField("direction", "x".repeat(2_000)),
                "direction",
                "invalid_direction");
    }

    @Test
    void refusesMoreReferencesThanTheModelTakes() {
        String asset = ready(1, AssetType.PNG);

        requireRefused(
                pictures().bodyField("references", references(asset, asset, asset)),
                "references",
                "too_many_references");
    }

    @Test
    void refusesARoleThatTheModelDoesNotKnow() {
        Map<String, String> who = Map.of("asset", ready(1, AssetType.PNG), "role", "character");

        requireRefused(
                pictures().bodyField("references", List.of(who)),
                "references",
                "unsupported_reference_role");
    }

    // Whether somebody else has such a thing is nobody's business.
    @Test
    void knowsNothingOfWhatIsSomebodyElses() {
        Asset others = AssetSamples.ready(Samples.userId(2), 1, AssetType.PNG, Samples.NOW);
        studio.assets.add(others, ROOM);

        for (String id : List.of(others.id().value(), "ast_" + "0".repeat(32), "no id")) {
            requireRefused(
                    pictures().bodyField("references", references(id)),
                    "references",
                    "unknown_asset");
        }
    }

    @Test
    void refusesWhatHasNotBeenLookedAtYet() {
        Asset awaited = AssetSamples.awaited(Samples.userId(1), 1, AssetType.PNG, Samples.NOW);
        studio.assets.add(awaited, ROOM);

        requireRefused(
                pictures().bodyField("references", references(awaited.id().value())),
                "references",
                "asset_not_ready");
    }

    @Test
    void keepsReferencesInTheOrderInWhichTheyWereGiven() {
        String first = ready(2, AssetType.JPEG);
        String second = ready(1, AssetType.PNG);

        HttpAnswer answer =
                studio.call(pictures().bodyField("references", references(first, second)));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(stored(answer).request().settings().references())
                .extracting(each -> each.asset().value())
                .containsExactly(first, second);
        assertThat(answer.json().at("/settings/references/0/asset").asString()).isEqualTo(first);
        assertThat(answer.json().at("/settings/references/1/asset").asString()).isEqualTo(second);
    }

    // Whoever likes a picture can have it once more.
    @Test
    void drawsRecordsAndShowsASeedThatNobodyGave() {
        HttpEvent event = pictures();

        HttpAnswer answer = studio.call(event);

        int drawn = Settings.drawn(new GenerationId(answer.json().get("id").asString()));
        assertThat(stored(answer).request().settings().seed()).isEqualTo(drawn);
        assertThat(answer.json().at("/settings/seed").asInt()).isEqualTo(drawn);
        assertThat(studio.call(event).status()).isEqualTo(200);
    }

    @Test
    void recordsEverythingThatWasAskedFor() {
        HttpEvent event =
                pictures()
                        .bodyField("seed", 7)
                        .bodyField("negativePrompt", "no boats")
                        .bodyField("watermark", true)
                        .bodyField("direction", "In charcoal.")
                        .bodyField("originalPrompt", "A boat");

        HttpAnswer answer = studio.call(event);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(stored(answer).request().settings())
                .isEqualTo(
                        new Settings(
                                "no boats",
                                7,
                                List.of(),
                                true,
                                "In charcoal.",
                                "A boat",
                                Guidance.NONE));
        assertThat(studio.call(event).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seed",
                "negativePrompt",
                "watermark",
                "direction",
                "references",
                "originalPrompt"
            })
    void theSameKeyForOtherSettingsIsAnotherRequest(String field) {
        HttpEvent event = pictures();
        studio.call(event);

        assertThat(studio.call(put(event, field)).code()).isEqualTo("idempotency_key_reused");
        assertThat(ada.available()).isEqualTo(GIVEN - 4);
    }

    @Test
    void aFilmThatIsHeardCostsWhatItsSecondsCost() {
        HttpAnswer answer = studio.call(film(8, true));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().at("/settings/audio").asBoolean()).isTrue();
        assertThat(ada.available()).isEqualTo(GIVEN - 8 * 3);
    }

    @Test
    void theQuoteOfASilentFilmIsNotOneOfAFilmThatIsHeard() {
        HttpAnswer answer = studio.call(film(4, false).bodyField("audio", true));

        assertThat(answer.code()).isEqualTo("quote_mismatch");
        assertThat(ada.available()).isEqualTo(GIVEN);
    }

    @Test
    void refusesAFilmThatIsLongerThanAnyOnOffer() {
        requireRefused(
                film(8, false).bodyField("durationSeconds", 9),
                "durationSeconds",
                "unsupported_duration");
    }

    @Test
    void beginsAFilmWithAPicture() {
        String picture = ready(1, AssetType.PNG);

        HttpAnswer answer = studio.call(film(4, false).bodyField("firstFrame", picture));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().at("/settings/firstFrame").asString()).isEqualTo(picture);
    }

    private HttpEvent plain() {
        return ada.submission();
    }

    private HttpEvent pictures() {
        return ada.submissionOf(TakingSamples.PICTURES);
    }

    private HttpEvent film(int seconds, boolean audio) {
        HttpEvent quote =
                ada.event("quote-video")
                        .bodyField("model", TakingSamples.FILMS)
                        .bodyField("durationSeconds", seconds)
                        .bodyField("audio", audio);
        return ada.event("submit-video")
                .bodyField("model", TakingSamples.FILMS)
                .bodyField("durationSeconds", seconds)
                .bodyField("audio", audio)
                .bodyField("quote", studio.call(quote).json().get("quote").asString());
    }

    private HttpEvent put(HttpEvent event, String field) {
        return switch (field) {
            case "seed" -> event.bodyField(field, 5);
            case "audio", "watermark" -> event.bodyField(field, true);
            case "references" -> event.bodyField(field, references(ready(9, AssetType.PNG)));
            case "firstFrame" -> event.bodyField(field, ready(9, AssetType.PNG));
            case "speech" -> event.bodyField(field, ready(8, AssetType.WAV));
            default -> event.bodyField(field, "Anything.");
        };
    }

    private static List<Map<String, String>> references(String... assets) {
        return List.of(assets).stream().map(each -> Map.of("asset", each)).toList();
    }

    private String ready(int number, AssetType type) {
        Asset asset = AssetSamples.ready(Samples.userId(1), number, type, Samples.NOW);
        studio.assets.add(asset, ROOM);
        return asset.id().value();
    }

    private Generation stored(HttpAnswer answer) {
        GenerationId id = new GenerationId(answer.json().get("id").asString());
        return studio.store.generations().find(id).orElseThrow();
    }

    private void requireRefused(HttpEvent event, String field, String code) {
        HttpAnswer answer = studio.call(event);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().get("field").asString()).isEqualTo(field);
        assertThat(ada.available()).isEqualTo(GIVEN);
    }
}
