package dev.halftone.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Protects: the sandbox answers as an endpoint for language models does. */
final class ChatCompletionsTest {

    private static final String PATH = "/llm/chat/completions";
    private static final String BEARER = "Bearer llm-secret";
    private static final String SCHEMA =
            """
            {"type":"object","additionalProperties":false,"required":["title","shots"],
             "properties":{"title":{"type":"string"},"shots":{"type":"array","items":
               {"type":"object","additionalProperties":false,"required":["seconds","prompt"],
                "properties":{"seconds":{"type":"integer"},"prompt":{"type":"string"}}}}}}\
            """;

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
    void writesWhatTheSchemaNamesAndTheSameForTheSame() throws Exception {
        JsonNode answer = TestSandbox.json(asked("a quay at dawn", strict(SCHEMA)));
        JsonNode written = content(answer);

        assertThat(written.path("title").asString()).isEqualTo("A quay at dawn");
        assertThat(written.path("shots")).hasSize(3);
        assertThat(written.at("/shots/0/prompt").asString()).startsWith("A quay at dawn. ");
        assertThat(answer.at("/choices/0/finish_reason").asString()).isEqualTo("stop");
        assertThat(answer.at("/usage/completion_tokens").asInt()).isPositive();
        assertThat(content(TestSandbox.json(asked("a quay at dawn", strict(SCHEMA)))))
                .isEqualTo(written);
    }

    @Test
    void findsTheSchemaInTheInstructionsInJsonMode() throws Exception {
        String format = "\"response_format\":{\"type\":\"json_object\"}";

        assertThat(content(TestSandbox.json(asked("A quay", "As JSON: " + SCHEMA, format))))
                .isEqualTo(content(TestSandbox.json(asked("A quay", strict(SCHEMA)))));
        assertThat(asked("A quay", "Anything", format).statusCode()).isEqualTo(400);
    }

    @Test
    void declinesWhatItDoesNotLike() throws Exception {
        JsonNode message =
                TestSandbox.json(asked("A quay [moderation]", strict(SCHEMA)))
                        .at("/choices/0/message");

        assertThat(message.path("refusal").asString()).isNotBlank();
        assertThat(message.path("content").isNull()).isTrue();
    }

    @Test
    void stopsInTheMiddle() throws Exception {
        JsonNode answer = TestSandbox.json(asked("A quay [truncated]", strict(SCHEMA)));

        assertThat(answer.at("/choices/0/finish_reason").asString()).isEqualTo("length");
        assertThat(isJson(answer)).isFalse();
    }

    @Test
    void writesNoJsonOnceOrAlways() throws Exception {
        assertThat(isJson(TestSandbox.json(asked("A quay [malformed once]", strict(SCHEMA)))))
                .isFalse();
        assertThat(isJson(TestSandbox.json(asked("A quay [malformed once]", strict(SCHEMA)))))
                .isTrue();
        asked("A quay [malformed]", strict(SCHEMA));
        assertThat(isJson(TestSandbox.json(asked("A quay [malformed]", strict(SCHEMA))))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"[429], 429", "[5xx], 503"})
    void turnsTheQuestionAwayTwice(String magic, int code) throws Exception {
        for (int refused = 0; refused < 2; refused++) {
            assertThat(asked("A quay " + magic, strict(SCHEMA)).statusCode()).isEqualTo(code);
        }

        assertThat(asked("A quay " + magic, strict(SCHEMA)).statusCode()).isEqualTo(200);
    }

    @Test
    void fails() throws Exception {
        assertThat(asked("A quay [fail]", strict(SCHEMA)).statusCode()).isEqualTo(500);
    }

    @Test
    void refusesWhatNoEndpointTakes() throws Exception {
        assertThat(asked("", strict(SCHEMA)).statusCode()).isEqualTo(400);
        assertThat(asked("A quay", strict("{\"type\":\"object\",\"properties\":{}}")).statusCode())
                .isEqualTo(400);
        assertThat(asked("A quay", "\"prompt\":\"?\"").statusCode()).isEqualTo(400);
        assertThat(world.call("POST", PATH, BEARER, "{\"model\":\"other\"}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void namesItsModelToWhoShowsTheKey() throws Exception {
        HttpResponse<byte[]> models = world.call("GET", "/llm/models", BEARER, "");

        assertThat(TestSandbox.json(models).at("/data/0/id").asString())
                .isEqualTo("zai-org/GLM-5.3-Flash");
        assertThat(world.call("POST", PATH, "Bearer other", "{}").statusCode()).isEqualTo(401);
    }

    private static String strict(String schema) {
        return "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":"
                + "{\"name\":\"any\",\"strict\":true,\"schema\":"
                + schema
                + "}}";
    }

    private static JsonNode content(JsonNode answer) {
        return TestSandbox.JSON.readTree(answer.at("/choices/0/message/content").asString());
    }

    private static boolean isJson(JsonNode answer) {
        try {
            return content(answer).isObject();
        } catch (JacksonException _) {
            return false;
        }
    }

    private HttpResponse<byte[]> asked(String brief, String more) throws Exception {
        return asked(brief, "Write.", more);
    }

    /** The clock goes on while the line is open. */
    private HttpResponse<byte[]> asked(String brief, String instructions, String more)
            throws Exception {
        String body =
                "{\"model\":\"zai-org/GLM-5.3-Flash\",\"messages\":[{\"role\":\"system\",\"content\":"
                        + TestSandbox.JSON.writeValueAsString(instructions)
                        + "},{\"role\":\"user\",\"content\":"
                        + TestSandbox.JSON.writeValueAsString(brief)
                        + "}],"
                        + more
                        + "}";
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<HttpResponse<byte[]>> answer =
                    threads.submit(() -> world.call("POST", PATH, BEARER, body));
            while (!answer.isDone()) {
                world.clock.turn(TestSandbox.PACE);
                Thread.sleep(5);
            }
            return answer.get();
        }
    }
}
