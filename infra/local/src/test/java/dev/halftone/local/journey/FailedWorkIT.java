package dev.halftone.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.local.journey.Visitor.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
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

    private static final List<String> MAGIC =
            List.of("[429]", "[5xx]", "[slow]", "[moderation]", "[fail]", "[truncated]");
    private static final Map<String, Submitted> SUBMITTED = new HashMap<>();

    private final Visitor visitor = Visitor.welcomed();

    /** A picture that somebody new has asked for. */
    private record Submitted(Visitor visitor, String id) {}

    /** All at once, because each of them takes its seconds. */
    @BeforeAll
    static void submitAll() {
        for (String magic : MAGIC) {
            Visitor visitor = Visitor.welcomed();
            SUBMITTED.put(magic, new Submitted(visitor, visitor.submitted("Rain " + magic)));
        }
    }

    /** The bugs of new-api #2050 and image-router #39: failed work stayed charged. */
    @ParameterizedTest
    @CsvSource({"[moderation],moderation", "[fail],provider_error", "[truncated],invalid_result"})
    void returnsTheCreditsWithTheReason(String magic, String code) {
        Submitted submitted = SUBMITTED.get(magic);
        JsonNode generation = submitted.visitor().untilEnded(submitted.id());

        assertThat(generation.get("state").asString()).isEqualTo("failed");
        assertThat(generation.get("failure").get("code").asString()).isEqualTo(code);
        assertThat(generation.get("refundedCredits").asLong()).isEqualTo(4);
        submitted.visitor().books().refunded(submitted.id(), 4, code);
        assertThat(submitted.visitor().available()).isEqualTo(25);
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
        Submitted submitted = SUBMITTED.get(magic);
        JsonNode generation = submitted.visitor().untilEnded(submitted.id());

        assertThat(generation.get("state").asString()).isEqualTo("succeeded");
        submitted.visitor().books().charged(submitted.id(), 4);
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
