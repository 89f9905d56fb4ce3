package dev.halftone.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Protects: the sandbox answers as the Gemini API does, and lets nobody into Vertex AI without a
 * token.
 */
final class GoogleModelsTest {

    private static final String GEMINI =
            "/gemini/v1beta/models/gemini-nano-banana-2.1:generateContent";
    private static final String VERTEX =
            "/vertex/v1/projects/halftone-local/locations/global/publishers/google/models/"
                    + "gemini-3-pro-image:generateContent";

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
    void answersWithADraftOfWordsAndThePictureItself() throws Exception {
        JsonNode parts =
                TestSandbox.json(gemini("A quay", "16:9")).at("/candidates/0/content/parts");

        assertThat(parts.at("/0/thought").asBoolean()).isTrue();
        byte[] file = Base64.getDecoder().decode(parts.at("/1/inlineData/data").asString());
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(file));
        assertThat(picture.getWidth()).isEqualTo(1376);
        assertThat(picture.getHeight()).isEqualTo(768);
    }

    @Test
    void answersARefusalWithASuccessWithoutAPicture() throws Exception {
        HttpResponse<byte[]> answer = gemini("A quay [moderation]", "1:1");

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode candidate = TestSandbox.json(answer).at("/candidates/0");
        assertThat(candidate.path("finishReason").asString()).isEqualTo("IMAGE_SAFETY");
        assertThat(candidate.at("/content/parts").isMissingNode()).isTrue();
    }

    @Test
    void refusesARatioThatNoModelDraws() throws Exception {
        assertThat(gemini("A quay", "7:5").statusCode()).isEqualTo(400);
    }

    @Test
    void refusesAnotherKey() throws Exception {
        HttpResponse<byte[]> answer =
                world.send(
                        world.url(GEMINI),
                        request ->
                                request.header("x-goog-api-key", "other")
                                        .POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(TestSandbox.json(answer).at("/error/details/0/reason").asString())
                .isEqualTo("API_KEY_INVALID");
    }

    @Test
    void letsNobodyInWithoutAToken() throws Exception {
        assertThat(world.call("POST", VERTEX, "Bearer other", "{}").statusCode()).isEqualTo(401);
    }

    @Test
    void givesNoTokenForAnAssertionThatTheAccountHasNotSigned() throws Exception {
        String form =
                "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer"
                        + "&assertion=e30.e30.c2lnbmF0dXJl";

        HttpResponse<byte[]> answer =
                world.send(
                        world.url("/vertex/token"),
                        request ->
                                request.header("Content-Type", "application/x-www-form-urlencoded")
                                        .POST(BodyPublishers.ofString(form)));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    private HttpResponse<byte[]> gemini(String prompt, String ratio) throws Exception {
        String body =
                """
                {"contents":[{"role":"user","parts":[{"text":"%s"}]}],
                 "generationConfig":{"responseModalities":["IMAGE"],"imageConfig":{"aspectRatio":"%s"}}}
                """
                        .formatted(prompt, ratio);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<HttpResponse<byte[]>> answer =
                    threads.submit(
                            () ->
                                    world.send(
                                            world.url(GEMINI),
                                            request ->
                                                    request.header(
                                                                    "x-goog-api-key",
                                                                    "gemini-secret")
                                                            .POST(BodyPublishers.ofString(body))));
            // The clock goes on while the line is open.
            while (!answer.isDone()) {
                world.clock.turn(TestSandbox.PACE);
                Thread.sleep(5);
            }
            return answer.get();
        }
    }
}
