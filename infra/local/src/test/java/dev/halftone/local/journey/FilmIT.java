package dev.halftone.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Protects: a film, from the click to the stored file, at the price of its seconds. */
class FilmIT {

    private static final int PRICE = 5;
    private static final Map<String, Submitted> SUBMITTED = new HashMap<>();

    /** A film that somebody new has asked for. */
    private record Submitted(Visitor visitor, String id) {}

    /** All at once, because each of them takes its seconds. */
    @BeforeAll
    static void submitAll() {
        for (String magic : List.of("", "[moderation]", "[truncated]")) {
            Visitor visitor = Visitor.welcomed();
            SUBMITTED.put(magic, new Submitted(visitor, visitor.submittedFilm("A train " + magic)));
        }
    }

    @Test
    void deliversAFilmOfTheAskedLengthAtThePriceOfItsSeconds() {
        Submitted submitted = SUBMITTED.get("");
        JsonNode generation = submitted.visitor().untilEnded(submitted.id());

        assertThat(generation.get("state").asString()).isEqualTo("succeeded");
        assertThat(generation.get("durationSeconds").asInt()).isEqualTo(5);
        JsonNode media = generation.get("media").get(0);
        assertThat(media.get("contentType").asString()).isEqualTo("video/mp4");
        assertThat(media.get("durationMillis").asLong()).isEqualTo(5000);
        assertThat(media.get("height").asInt()).isEqualTo(480);
        submitted.visitor().books().charged(submitted.id(), PRICE);
    }

    @Test
    void storesTheWholeFilm() {
        Submitted submitted = SUBMITTED.get("");
        JsonNode generation = submitted.visitor().untilEnded(submitted.id());

        JsonNode media = generation.get("media").get(0);
        byte[] film = submitted.visitor().download(media.get("href").asString());
        assertThat(film).hasSize(media.get("bytes").asInt());
        assertThat(new String(film, 4, 4, StandardCharsets.US_ASCII)).isEqualTo("ftyp");
    }

    @ParameterizedTest
    @CsvSource({"[moderation],moderation", "[truncated],invalid_result"})
    void returnsTheCreditsOfAFilmThatFailed(String magic, String code) {
        Submitted submitted = SUBMITTED.get(magic);
        JsonNode generation = submitted.visitor().untilEnded(submitted.id());

        assertThat(generation.get("state").asString()).isEqualTo("failed");
        assertThat(generation.get("failure").get("code").asString()).isEqualTo(code);
        submitted.visitor().books().refunded(submitted.id(), PRICE, code);
    }
}
