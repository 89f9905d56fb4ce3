package dev.halftone.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Protects: the sandbox judges words as a moderation endpoint does. */
final class ModerationsTest {

    private static final String PATH = "/moderation/moderations";
    private static final String BEARER = "Bearer moderation-secret";

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
    void judgesEveryPieceByItself() throws Exception {
        JsonNode answer = TestSandbox.json(asked("[\"a quay\", \"a bomb [unsafe]\"]"));

        assertThat(answer.path("results")).hasSize(2);
        assertThat(answer.at("/results/0/flagged").asBoolean()).isFalse();
        assertThat(answer.at("/results/1/categories").path("illicit/violent").asBoolean()).isTrue();
        assertThat(answer.at("/results/1/categories").path("sexual").asBoolean()).isFalse();
    }

    @Test
    void isDownOnRequest() throws Exception {
        HttpResponse<byte[]> answer = asked("\"a quay [check down]\"");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("7");
    }

    @Test
    void refusesWhatNoEndpointTakes() throws Exception {
        assertThat(asked("[]").statusCode()).isEqualTo(400);
        assertThat(world.call("POST", PATH, BEARER, "{\"model\":\"other\"}").statusCode())
                .isEqualTo(404);
        assertThat(world.call("POST", PATH, "Bearer other", "{}").statusCode()).isEqualTo(401);
    }

    private HttpResponse<byte[]> asked(String input) throws Exception {
        return world.call(
                "POST",
                PATH,
                BEARER,
                "{\"model\":\"omni-moderation-latest\",\"input\":" + input + "}");
    }
}
