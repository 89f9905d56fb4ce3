package dev.halftone.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Protects: the sandbox answers as OpenAI's images API does. */
final class OpenAiImagesTest {

    private static final String PATH = "/openai/images/generations";
    private static final String BEARER = "Bearer openai-secret";

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
    void answersWithThePictureItself() throws Exception {
        HttpResponse<byte[]> answer = generated("A quay", "1024x576");

        JsonNode body = TestSandbox.json(answer);
        byte[] file = Base64.getDecoder().decode(body.at("/data/0/b64_json").asString());
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(file));
        assertThat(picture.getWidth()).isEqualTo(1024);
        assertThat(picture.getHeight()).isEqualTo(576);
        assertThat(body.at("/usage/output_tokens").asInt()).isPositive();
        assertThat(answer.headers().firstValue("x-request-id").orElse("")).startsWith("req_");
    }

    @Test
    void refusesWhatItsModeratorsDoNotLike() throws Exception {
        HttpResponse<byte[]> answer = generated("A quay [moderation]", "1024x1024");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(TestSandbox.json(answer).at("/error/code").asString())
                .isEqualTo("moderation_blocked");
    }

    @ParameterizedTest
    @CsvSource({"[429], 429", "[5xx], 503"})
    void turnsTheOrderAwayTwice(String magic, int code) throws Exception {
        for (int refused = 0; refused < 2; refused++) {
            assertThat(generated("A quay " + magic, "1024x1024").statusCode()).isEqualTo(code);
        }

        assertThat(generated("A quay " + magic, "1024x1024").statusCode()).isEqualTo(200);
    }

    @Test
    void fails() throws Exception {
        assertThat(generated("A quay [fail]", "1024x1024").statusCode()).isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource({
        "dall-e-3, 1024x1024, png, 404",
        "gpt-image-2, 1000x1000, png, 400",
        "gpt-image-2, 4096x1024, png, 400",
        "gpt-image-2, 1024x1024, webp, 400"
    })
    void refusesWhatNoModelTakes(String model, String size, String format, int code)
            throws Exception {
        String body =
                TestSandbox.JSON.writeValueAsString(
                        Map.of(
                                "model", model,
                                "prompt", "A quay",
                                "size", size,
                                "output_format", format));

        assertThat(world.call("POST", PATH, BEARER, body).statusCode()).isEqualTo(code);
    }

    @Test
    void refusesAnotherKey() throws Exception {
        assertThat(world.call("POST", PATH, "Bearer other", "{}").statusCode()).isEqualTo(401);
    }

    /** The clock goes on while the line is open. */
    private HttpResponse<byte[]> generated(String prompt, String size) throws Exception {
        String body =
                TestSandbox.JSON.writeValueAsString(
                        Map.of(
                                "model", "gpt-image-2.5-flare",
                                "prompt", prompt,
                                "size", size));
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
