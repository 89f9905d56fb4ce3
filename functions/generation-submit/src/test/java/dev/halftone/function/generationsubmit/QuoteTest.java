package dev.halftone.function.generationsubmit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.Quote;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import dev.halftone.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuoteTest {
    private final Studio studio = new Studio();
    private final Studio.Person ada = studio.person(1, 25);

    @Test
    void saysPriceSizeAndHowLongItHolds() {
        HttpAnswer answer = studio.call(ada.event("quote"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("credits").asLong()).isEqualTo(4);
        assertThat(answer.json().get("priceVersion").asString()).isEqualTo(Samples.PRICE_VERSION);
        assertThat(answer.json().get("expiresAt").asString())
                .isEqualTo(Samples.NOW.plus(Quote.LIFETIME).toString());
        assertThat(answer.json().get("width").asInt()).isEqualTo(1024);
        assertThat(answer.json().get("height").asInt()).isEqualTo(576);
    }

    @Test
    void pricesTheModelThatTookThePlaceOfAnEndedOneAndSaysSo() {
        HttpAnswer answer = studio.call(ada.event("quote").bodyField("model", "dall-e-3"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("model").asString()).isEqualTo(Samples.DIRECT_MODEL);
        assertThat(answer.json().get("note").asString()).isEqualTo("DALL-E 3 has been ended.");
        assertThat(answer.json().get("credits").asLong()).isEqualTo(4);
    }

    /** Four seconds at two credits each. */
    @Test
    void saysThePriceOfTheWholeFilm() {
        HttpAnswer answer = studio.call(ada.event("quote-video"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("credits").asLong()).isEqualTo(8);
        assertThat(answer.json().get("width").asInt()).isEqualTo(1280);
        assertThat(answer.json().get("height").asInt()).isEqualTo(720);
    }

    @Test
    void refusesADurationOfAPicture() {
        requireUnsupportedDuration(ada.event("quote").bodyField("durationSeconds", 4));
    }

    @Test
    void refusesAFilmWithoutADuration() {
        requireUnsupportedDuration(ada.event("quote-video").withoutBodyField("durationSeconds"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-4, 0, 5, 400, Integer.MAX_VALUE})
    void refusesADurationThatIsNotOffered(int seconds) {
        requireUnsupportedDuration(ada.event("quote-video").bodyField("durationSeconds", seconds));
    }

    private void requireUnsupportedDuration(HttpEvent event) {
        HttpAnswer answer = studio.call(event);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("unsupported_duration");
        assertThat(answer.json().get("field").asString()).isEqualTo("durationSeconds");
    }

    @Test
    void pricesATextAsOneWhateverItIsAbout() {
        HttpAnswer answer = studio.call(ada.textQuote());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("credits").asLong()).isEqualTo(1);
        assertThat(answer.json().get("width").isNull()).isTrue();
        assertThat(answer.json().get("height").isNull()).isTrue();
    }

    /** Nobody is left in the belief that a text has a shape, a size or a length. */
    @ParameterizedTest
    @CsvSource({
        "aspectRatio, 16:9, unsupported_aspect_ratio",
        "resolution, 1K, unsupported_resolution",
        "durationSeconds, 4, unsupported_duration"
    })
    void refusesWhatNoTextHas(String field, String value, String code) {
        HttpEvent event = ada.textQuote();
        HttpAnswer answer =
                studio.call(
                        field.equals("durationSeconds")
                                ? event.bodyField(field, Integer.parseInt(value))
                                : event.bodyField(field, value));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().get("field").asString()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({"aspectRatio, unsupported_aspect_ratio", "resolution, unsupported_resolution"})
    void refusesAPictureWithoutAShapeOrASize(String field, String code) {
        HttpAnswer answer = studio.call(ada.event("quote").withoutBodyField(field));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().get("field").asString()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({
        "model, no-such, 404, unknown_model",
        "aspectRatio, 21:9, 422, unsupported_aspect_ratio",
        "resolution, 8K, 422, unsupported_resolution"
    })
    void refusesWhatIsNotOffered(String field, String value, int status, String code) {
        HttpAnswer answer = studio.call(ada.event("quote").bodyField(field, value));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().get("field").asString()).isEqualTo(field);
    }
}
