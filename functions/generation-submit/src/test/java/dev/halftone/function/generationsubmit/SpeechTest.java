package dev.halftone.function.generationsubmit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.asset.Asset;
import dev.halftone.core.asset.AssetType;
import dev.halftone.core.asset.StorageQuota;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import dev.halftone.testing.AssetSamples;
import dev.halftone.testing.Samples;
import dev.halftone.testing.TakingSamples;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Protects: a picture speaks a sound, for what the seconds of that sound cost. */
class SpeechTest {
    private static final StorageQuota ROOM = new StorageQuota(1_000_000, 100);
    private static final long GIVEN = 25;

    private final Studio studio = new Studio();
    private Studio.Person ada;
    private String picture;

    @BeforeEach
    void offerSpeech() {
        studio.deploy(Samples.profile(TakingSamples.catalogue()));
        ada = studio.person(1, GIVEN);
        picture = keep(AssetSamples.ready(Samples.userId(1), 1, AssetType.PNG, Samples.NOW));
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "1000, 2", "1001, 4", "4040, 10", "10000, 20"})
    void costsWhatEverySecondThatHasBegunCosts(long millis, long credits) {
        HttpAnswer answer = studio.call(speaking(sound(millis)));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().get("kind").asString()).isEqualTo("speech");
        assertThat(answer.json().get("credits").asLong()).isEqualTo(credits);
        assertThat(ada.available()).isEqualTo(GIVEN - credits);
    }

    @ParameterizedTest
    @EnumSource(
            value = AssetType.class,
            names = {"PNG", "JPEG", "WEBP", "MP4"})
    void refusesAnOrderWhoseSoundIsNone(AssetType type) {
        HttpEvent event = speaking(sound(4_000));
        String other = keep(AssetSamples.ready(Samples.userId(1), 4, type, Samples.NOW));

        requireRefused(event.bodyField("speech", other), "speech", "wrong_asset_kind");
    }

    @Test
    void refusesAPictureInThePlaceOfTheSound() {
        requireRefused(quote(picture), "speech", "wrong_asset_kind");
    }

    @Test
    void refusesASoundInThePlaceOfThePicture() {
        String sound = sound(4_000);

        requireRefused(
                speaking(sound).bodyField("firstFrame", sound), "firstFrame", "wrong_asset_kind");
    }

    // No model on offer moves the lips in a film, so nobody pays for one that would be ignored.
    @Test
    void refusesAFilmInThePlaceOfThePicture() {
        String film = keep(AssetSamples.ready(Samples.userId(1), 4, AssetType.MP4, Samples.NOW));

        requireRefused(
                speaking(sound(4_000)).bodyField("firstFrame", film),
                "firstFrame",
                "wrong_asset_kind");
    }

    @Test
    void refusesToSpeakWithoutASound() {
        requireRefused(quote(null), "speech", "speech_required");
    }

    @Test
    void refusesToSpeakWithoutAPicture() {
        requireRefused(
                speaking(sound(4_000)).withoutBodyField("firstFrame"),
                "firstFrame",
                "first_frame_required");
    }

    @Test
    void refusesASoundThatIsTooLong() {
        requireRefused(quote(sound(10_001)), "speech", "speech_too_long");
    }

    @Test
    void refusesALengthBesideTheSound() {
        requireRefused(
                quote(sound(4_000)).bodyField("durationSeconds", 4),
                "durationSeconds",
                "unsupported_duration");
    }

    // A quote for three seconds must not buy eight.
    @Test
    void theQuoteOfOneSoundIsNotOneOfALongerOne() {
        HttpEvent event = speaking(sound(3_000));
        String longer =
                keep(AssetSamples.sound(Samples.userId(1), 3, Duration.ofSeconds(8), Samples.NOW));

        HttpAnswer answer = studio.call(event.bodyField("speech", longer));

        assertThat(answer.code()).isEqualTo("quote_mismatch");
        assertThat(ada.available()).isEqualTo(GIVEN);
    }

    @Test
    void isTheSameRequestWhenItIsSentAgain() {
        HttpEvent event = speaking(sound(4_000));
        studio.call(event);

        assertThat(studio.call(event).status()).isEqualTo(200);
        assertThat(ada.available()).isEqualTo(GIVEN - 8);
    }

    private HttpEvent quote(@Nullable String sound) {
        HttpEvent event =
                ada.event("quote-video")
                        .bodyField("model", TakingSamples.SPEAKING)
                        .withoutBodyField("durationSeconds");
        return sound == null ? event : event.bodyField("speech", sound);
    }

    private HttpEvent speaking(String sound) {
        return ada.event("submit-video")
                .bodyField("model", TakingSamples.SPEAKING)
                .withoutBodyField("durationSeconds")
                .bodyField("firstFrame", picture)
                .bodyField("speech", sound)
                .bodyField("quote", studio.call(quote(sound)).json().get("quote").asString());
    }

    private String sound(long millis) {
        return keep(
                AssetSamples.sound(Samples.userId(1), 2, Duration.ofMillis(millis), Samples.NOW));
    }

    private String keep(Asset asset) {
        studio.assets.add(asset, ROOM);
        return asset.id().value();
    }

    private void requireRefused(HttpEvent event, String field, String code) {
        HttpAnswer answer = studio.call(event);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().get("field").asString()).isEqualTo(field);
        assertThat(ada.available()).isEqualTo(GIVEN);
    }
}
