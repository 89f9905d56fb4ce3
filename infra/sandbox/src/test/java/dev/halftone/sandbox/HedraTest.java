package dev.halftone.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Protects: the sandbox answers as Hedra does. */
final class HedraTest {

    private static final String KEY = "Key hedra-secret";
    private static final String INPUT =
            "{\"prompt\":\"%s\",\"aspect_ratio\":\"16:9\",\"resolution\":\"1K\"}";

    @TempDir private Path state;
    private TestSandbox world;

    @BeforeEach
    void start() {
        world = new TestSandbox(state);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void makesOneOfTheSameOrderGivenTwice() throws Exception {
        JsonNode first = TestSandbox.json(submit("A quay", "key-1"));
        JsonNode again = TestSandbox.json(submit("A quay", "key-1"));
        JsonNode other = TestSandbox.json(submit("A quay", "key-2"));

        assertThat(again).isEqualTo(first);
        assertThat(other.path("job_id")).isNotEqualTo(first.path("job_id"));
        assertThat(world.sandbox.works("hedra")).hasSize(2);
    }

    @Test
    void keepsAResultForTwoDays() throws Exception {
        JsonNode taken = TestSandbox.json(submit("A quay", "key-1"));
        world.clock.turn(TestSandbox.PACE.multipliedBy(4));
        JsonNode done = job(taken);
        assertThat(done.path("status").asString()).isEqualTo("COMPLETED");
        String url = done.at("/outputs/0/url").asString();
        assertThat(world.get(url.substring(world.url("").toString().length())).statusCode())
                .isEqualTo(200);

        world.clock.turn(Duration.ofHours(49));

        assertThat(job(taken).at("/outputs/0/status").asString()).isEqualTo("EXPIRED");
        assertThat(job(taken).at("/outputs/0/url").isNull()).isTrue();
    }

    @Test
    void refusesAFieldThatItDoesNotKnow() throws Exception {
        String body = "{\"input\":" + INPUT.formatted("A quay").replace("}", ",\"seed\":1}") + "}";

        HttpResponse<byte[]> refused = world.call("POST", "/hedra/models/flux2-pro", KEY, body);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(TestSandbox.json(refused).at("/error/code").asString())
                .isEqualTo("INVALID_ARGUMENT");
    }

    @ParameterizedTest
    @CsvSource({"[moderation], MODERATION_FAILED", "[fail], INTERNAL"})
    void namesTheCodeOfAFailure(String magic, String code) throws Exception {
        JsonNode taken = TestSandbox.json(submit(magic, "key-1"));
        world.clock.turn(TestSandbox.PACE.multipliedBy(4));

        assertThat(job(taken).path("status").asString()).isEqualTo("FAILED");
        assertThat(job(taken).at("/error/code").asString()).isEqualTo(code);
    }

    @Test
    void answersSixtyCallsAMinute() throws Exception {
        for (int call = 0; call < 60; call++) {
            assertThat(world.call("GET", "/hedra/jobs/none", KEY, "").statusCode()).isEqualTo(404);
        }
        HttpResponse<byte[]> refused = world.call("GET", "/hedra/jobs/none", KEY, "");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(TestSandbox.json(refused).at("/error/retryable").asBoolean()).isTrue();

        world.clock.turn(Duration.ofMinutes(1));

        assertThat(world.call("GET", "/hedra/jobs/none", KEY, "").statusCode()).isEqualTo(404);
    }

    @Test
    void publishesTheKeyToAnybody() throws Exception {
        JsonNode published = TestSandbox.json(world.get("/hedra/webhooks/public-key"));

        assertThat(published.path("algorithm").asString()).isEqualTo("ed25519");
        assertThat(published.path("public_key").asString()).hasSize(44);
    }

    private HttpResponse<byte[]> submit(String prompt, String key) throws Exception {
        String body =
                "{\"input\":%s,\"idempotency_key\":\"%s\"}".formatted(INPUT.formatted(prompt), key);
        return world.call("POST", "/hedra/models/flux2-pro", KEY, body);
    }

    private JsonNode job(JsonNode taken) throws Exception {
        String id = taken.path("job_id").asString();
        return TestSandbox.json(world.call("GET", "/hedra/jobs/" + id, KEY, ""));
    }
}
