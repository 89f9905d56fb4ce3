package dev.halftone.function.generationsubmit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.asset.Asset;
import dev.halftone.core.asset.AssetFile;
import dev.halftone.core.asset.AssetType;
import dev.halftone.core.asset.StorageQuota;
import dev.halftone.core.catalogue.Dimensions;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import dev.halftone.testing.AssetSamples;
import dev.halftone.testing.Samples;
import dev.halftone.testing.TakingSamples;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Protects: somebody speaks in a given film, which says what the result is like and costs. */
class FilmSpeechTest {
    private static final StorageQuota ROOM = new StorageQuota(100_000_000, 100);
    private static final Dimensions HD = new Dimensions(1280, 720);
    private static final long GIVEN = 35;

    private final Studio studio = new Studio();
    private Studio.Person ada;
    private String sound;
    private int kept = 10;

    @BeforeEach
    void offerSpeech() {
        studio.deploy(Samples.profile(TakingSamples.catalogue()));
        ada = studio.person(1, GIVEN);
        sound = keep(AssetSamples.sound(Samples.userId(1), 1, Duration.ofSeconds(1), Samples.NOW));
    }

    @ParameterizedTest
    @CsvSource({
        "1280x720, 1000, 16:9, 480p, 1, 2",
        "1248x704, 4040, 16:9, 480p, 5, 10",
        "1080x1920, 1001, 9:16, 1080p, 2, 6",
        "3840x2160, 10000, 16:9, 1080p, 10, 30",
        "640x480, 2000, 4:3, 480p, 2, 4"
    })
    void takesShapeSizeAndPriceFromTheFilm(
            String pixels, long millis, String ratio, String size, int seconds, long credits) {
        JsonNode made = studio.call(speaking(film(dimensions(pixels), millis))).json();

        assertThat(made.get("kind").asString()).isEqualTo("speech");
        assertThat(made.get("aspectRatio").asString()).isEqualTo(ratio);
        assertThat(made.get("resolution").asString()).isEqualTo(size);
        assertThat(made.get("durationSeconds").asInt()).isEqualTo(seconds);
        assertThat(made.get("credits").asLong()).isEqualTo(credits);
        assertThat(ada.available()).isEqualTo(GIVEN - credits);
    }

    private static Dimensions dimensions(String pixels) {
        String[] sides = pixels.split("x", 2);
        return new Dimensions(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
    }

    @Test
    void tellsWhichFilmAndWhichSound() {
        String film = film(HD, 4_000);

        JsonNode settings = studio.call(speaking(film)).json().get("settings");

        assertThat(settings.get("film").asString()).isEqualTo(film);
        assertThat(settings.get("speech").asString()).isEqualTo(sound);
        assertThat(settings.get("firstFrame").isNull()).isTrue();
    }

    // Protects: whoever has the wrong file is told which, and pays nothing.
    @ParameterizedTest
    @EnumSource(
            value = AssetType.class,
            names = {"PNG", "JPEG", "WEBP", "MP3", "WAV", "M4A"})
    void refusesWhatIsNoFilmInThePlaceOfTheFilm(AssetType type) {
        HttpEvent event = speaking(film(HD, 4_000));
        String other = keep(AssetSamples.ready(Samples.userId(1), 4, type, Samples.NOW));

        requireRefused(event.bodyField("film", other), "film", "wrong_asset_kind");
    }

    @ParameterizedTest
    @EnumSource(
            value = AssetType.class,
            names = {"PNG", "MP4"})
    void refusesWhatIsNoSoundInThePlaceOfTheSound(AssetType type) {
        HttpEvent event = speaking(film(HD, 4_000));
        String other = keep(AssetSamples.ready(Samples.userId(1), 4, type, Samples.NOW));

        requireRefused(event.bodyField("speech", other), "speech", "wrong_asset_kind");
    }

    @Test
    void refusesToWorkWithoutAFilmOrWithoutASound() {
        requireRefused(quote(film(HD, 4_000)).withoutBodyField("film"), "film", "film_required");
        requireRefused(
                speaking(film(HD, 4_000)).withoutBodyField("speech"), "speech", "speech_required");
    }

    @Test
    void refusesSomebodyElsesFilm() {
        Asset hers =
                AssetSamples.film(Samples.userId(2), 1, HD, Duration.ofSeconds(4), Samples.NOW);
        studio.assets.add(hers, ROOM);

        requireRefused(quote(hers.id().value()), "film", "unknown_asset");
    }

    @Test
    void refusesAFilmThatIsTooLongTooSmallOrDrawnOut() {
        requireRefused(quote(film(HD, 10_001)), "film", "film_too_long");
        requireRefused(quote(film(new Dimensions(400, 300), 4_000)), "film", "film_too_small");
        requireRefused(quote(film(new Dimensions(16_000, 100), 4_000)), "film", "film_too_small");
    }

    // What comes back is as long as the film: the end of the sound would be lost.
    @Test
    void refusesASoundThatOutlastsTheFilm() {
        HttpEvent event = speaking(film(HD, 4_000));
        String exact =
                keep(AssetSamples.sound(Samples.userId(1), 5, Duration.ofSeconds(4), Samples.NOW));
        String longer =
                keep(
                        AssetSamples.sound(
                                Samples.userId(1), 6, Duration.ofMillis(4_001), Samples.NOW));

        requireRefused(event.bodyField("speech", longer), "speech", "speech_outlasts_film");
        assertThat(studio.call(event.bodyField("speech", exact)).status()).isEqualTo(202);
    }

    // They go to the provider within one order, which is held in memory.
    @Test
    void refusesMoreBytesThanOneOrderHolds() {
        Asset film =
                AssetSamples.film(Samples.userId(1), 7, HD, Duration.ofSeconds(4), Samples.NOW);
        AssetFile file = film.file().orElseThrow();
        String large =
                keep(
                        AssetSamples.awaited(Samples.userId(1), 8, AssetType.MP4, Samples.NOW)
                                .arrived(Samples.NOW)
                                .accepted(
                                        new AssetFile(
                                                file.key(),
                                                file.type(),
                                                10 * 1024 * 1024,
                                                file.size(),
                                                file.duration(),
                                                file.sha256(),
                                                null),
                                        Samples.NOW));

        requireRefused(speaking(large), "speech", "film_too_large");
    }

    // Nobody has to say again what the film says, and nobody pays for what would be ignored.
    @ParameterizedTest
    @CsvSource({
        "aspectRatio, 16:9, unsupported_aspect_ratio",
        "resolution, 720p, unsupported_resolution",
        "direction, In charcoal, unsupported_direction"
    })
    void refusesWordsAboutWhatTheFilmDecides(String field, String said, String code) {
        requireRefused(speaking(film(HD, 4_000)).bodyField(field, said), field, code);
    }

    @Test
    void refusesALengthAndAPictureBesideTheFilm() {
        String picture = keep(AssetSamples.ready(Samples.userId(1), 4, AssetType.PNG, Samples.NOW));
        HttpEvent event = speaking(film(HD, 4_000));

        requireRefused(
                event.bodyField("firstFrame", picture), "firstFrame", "unsupported_first_frame");
        requireRefused(
                quote(film(HD, 4_000)).bodyField("durationSeconds", 4),
                "durationSeconds",
                "unsupported_duration");
    }

    @Test
    void refusesAFilmToAModelThatTakesAPicture() {
        String film = film(HD, 4_000);
        HttpEvent event =
                ada.event("quote-video")
                        .bodyField("model", TakingSamples.SPEAKING)
                        .withoutBodyField("durationSeconds")
                        .bodyField("speech", sound);
        String quote = studio.call(event).json().get("quote").asString();

        requireRefused(
                ada.event("submit-video")
                        .bodyField("model", TakingSamples.SPEAKING)
                        .withoutBodyField("durationSeconds")
                        .bodyField("film", film)
                        .bodyField("speech", sound)
                        .bodyField("quote", quote),
                "film",
                "unsupported_film");
    }

    // A quote for a short film must not buy a long one.
    @Test
    void theQuoteOfOneFilmIsNotOneOfALongerOne() {
        HttpAnswer answer =
                studio.call(speaking(film(HD, 3_000)).bodyField("film", film(HD, 8_000)));

        assertThat(answer.code()).isEqualTo("quote_mismatch");
        assertThat(ada.available()).isEqualTo(GIVEN);
    }

    @Test
    void isTheSameRequestWhenItIsSentAgainAndAnotherWithAnotherFilm() {
        HttpEvent event = speaking(film(HD, 4_000));
        studio.call(event);

        assertThat(studio.call(event).status()).isEqualTo(200);
        assertThat(studio.call(event.bodyField("film", film(HD, 4_000))).status()).isEqualTo(409);
        assertThat(ada.available()).isEqualTo(GIVEN - 8);
    }

    private HttpEvent quote(String film) {
        return ada.event("quote-video")
                .bodyField("model", TakingSamples.DUBBING)
                .withoutBodyField("aspectRatio")
                .withoutBodyField("resolution")
                .withoutBodyField("durationSeconds")
                .bodyField("film", film);
    }

    private HttpEvent speaking(String film) {
        return ada.event("submit-video")
                .bodyField("model", TakingSamples.DUBBING)
                .withoutBodyField("aspectRatio")
                .withoutBodyField("resolution")
                .withoutBodyField("durationSeconds")
                .bodyField("film", film)
                .bodyField("speech", sound)
                .bodyField("quote", studio.call(quote(film)).json().get("quote").asString());
    }

    private String film(Dimensions size, long millis) {
        return keep(
                AssetSamples.film(
                        Samples.userId(1), kept++, size, Duration.ofMillis(millis), Samples.NOW));
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
