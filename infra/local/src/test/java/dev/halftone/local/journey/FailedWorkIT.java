package dev.halftone.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.local.journey.Visitor.Answer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Protects: work that fails gives its credits back by itself and says why; work that can heal,
 * heals.
 */
class FailedWorkIT {

    private final Visitor visitor = Visitor.welcomed();

    /** The bugs of new-api #2050 and image-router #39: failed work stayed charged. */
    @ParameterizedTest
    @CsvSource({"[moderation],moderation", "[fail],provider_error", "[truncated],invalid_result"})
    void returnsTheCreditsWithTheReason(String magic, String code) {
        JsonNode generation = visitor.generate("A quiet street " + magic, "1:1", "1K");

        assertThat(generation.get("state").asString()).isEqualTo("failed");
        assertThat(generation.get("failure").get("code").asString()).isEqualTo(code);
        assertThat(generation.get("refundedCredits").asLong()).isEqualTo(4);
        assertThat(visitor.available()).isEqualTo(25);
        JsonNode line = visitor.get("/v1/account/statement").body().get("lines").get(0);
        assertThat(line.get("kind").asString()).isEqualTo("void");
        assertThat(line.get("credits").asLong()).isEqualTo(4);
        assertThat(line.get("failure").asString()).isEqualTo(code);
        assertThat(line.get("generation").asString()).isEqualTo(generation.get("id").asString());
    }

    /** The bug of vm0 #30959: provider ids and addresses in what the user reads. */
    @Test
    void tellsTheUserNothingOfTheProvidersInsides() {
        JsonNode generation = visitor.generate("A quiet street [fail]", "1:1", "1K");

        assertThat(generation.toString())
                .doesNotContain("http://", "https://", "request_id", "fal-ai", "Exception", "at ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[429]", "[5xx]", "[slow]"})
    void deliversInSpiteOfAPassingFault(String magic) {
        JsonNode generation = visitor.generate("Rain over a harbour " + magic, "1:1", "1K");

        assertThat(generation.get("state").asString()).isEqualTo("succeeded");
        assertThat(visitor.available()).isEqualTo(21);
    }

    @Test
    void adoptsWorkWhoseSubmissionWasNeverAnswered() {
        JsonNode generation = visitor.generate("A paper boat [lost]", "1:1", "1K");

        assertThat(generation.get("state").asString()).isEqualTo("succeeded");
        assertThat(visitor.available()).isEqualTo(21);
    }

    @Test
    void stopsWhatNeverEndsWhenTheUserAsks() {
        Answer accepted =
                visitor.submit("Clouds [never]", "1:1", "1K", "cancel-" + UUID.randomUUID());
        String id = accepted.body().get("id").asString();

        Answer cancel = visitor.post("/v1/generations/" + id + "/cancel", Map.of());

        assertThat(cancel.code()).isIn(200, 202);
        assertThat(visitor.untilEnded(id).get("state").asString()).isEqualTo("cancelled");
        assertThat(visitor.available()).isEqualTo(25);
        Answer again = visitor.post("/v1/generations/" + id + "/cancel", Map.of());
        assertThat(again.code()).isEqualTo(200);
        assertThat(again.body().get("state").asString()).isEqualTo("cancelled");
        assertThat(visitor.available()).isEqualTo(25);
    }

    @Test
    void cannotStopWhatIsDelivered() {
        JsonNode delivered = visitor.generate("A finished picture", "1:1", "1K");
        String id = delivered.get("id").asString();

        Answer cancel = visitor.post("/v1/generations/" + id + "/cancel", Map.of());

        assertThat(cancel.code()).isEqualTo(409);
        assertThat(cancel.body().get("code").asString()).isEqualTo("already_ended");
        assertThat(visitor.available()).isEqualTo(21);
    }
}
