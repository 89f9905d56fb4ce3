package dev.halftone.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

final class FalQueueTest {

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

    // The addresses of a request lose the endpoint's sub-path, as the real ones do.
    @Test
    void answersASubmissionWithItsAddresses() throws Exception {
        JsonNode answer =
                TestSandbox.json(world.submit("fal-ai/flux/dev", TestSandbox.prompt("a boat")));
        String url = world.url("/fal/fal-ai/flux/requests/") + answer.path("request_id").asString();
        assertThat(answer.path("status").asString()).isEqualTo("IN_QUEUE");
        assertThat(answer.path("gateway_request_id")).isEqualTo(answer.path("request_id"));
        assertThat(answer.path("response_url").asString()).isEqualTo(url);
        assertThat(answer.path("status_url").asString()).isEqualTo(url + "/status");
        assertThat(answer.path("cancel_url").asString()).isEqualTo(url + "/cancel");
    }

    // Every phase a poller meets: the position falls, logs appear, 202 turns into 200.
    @Test
    void goesThroughTheQueue() throws Exception {
        JsonNode submitted = world.submitted("a boat on the sea");
        assertThat(submitted.path("queue_position").asInt()).isEqualTo(2);
        assertThat(world.result(submitted).statusCode()).isEqualTo(400);

        world.clock.turn(TestSandbox.PACE.dividedBy(2));
        JsonNode waiting = TestSandbox.json(world.status(submitted));
        assertThat(waiting.path("queue_position").asInt()).isEqualTo(1);

        world.clock.turn(TestSandbox.PACE);
        HttpResponse<byte[]> running = world.status(submitted);
        assertThat(running.statusCode()).isEqualTo(202);
        assertThat(TestSandbox.json(running).path("status").asString()).isEqualTo("IN_PROGRESS");
        assertThat(TestSandbox.json(running).path("logs").size()).isEqualTo(1);

        JsonNode completed = world.completed(submitted);
        assertThat(completed.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(completed.has("error")).isFalse();
        assertThat(completed.path("metrics").path("inference_time").isNumber()).isTrue();
        JsonNode image = TestSandbox.json(world.result(submitted)).path("images").path(0);
        byte[] file = world.get(URI.create(image.path("url").asString()).getPath()).body();
        assertThat(file).hasSize(image.path("file_size").asInt());
        assertThat(image.path("content_type").asString()).isEqualTo("image/png");
    }

    // Logs are null unless asked for, as the schema says.
    @Test
    void withholdsLogsThatWereNotAskedFor() throws Exception {
        JsonNode submitted = world.submitted("a boat");
        world.clock.turn(TestSandbox.PACE.multipliedBy(2));
        URI plain = URI.create(submitted.path("status_url").asString());
        assertThat(TestSandbox.json(world.fal("GET", plain, "")).path("logs").isNull()).isTrue();
    }

    // A wrong key learns nothing, not even whether a request exists.
    @ParameterizedTest
    @CsvSource({"Key wrong", "Bearer id:secret", "''"})
    void refusesAnotherKey(String authorization) throws Exception {
        HttpResponse<byte[]> answer =
                world.send(
                        world.url("/fal/fal-ai/nano-banana"),
                        request ->
                                request.header("Authorization", authorization)
                                        .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    // Sizes are the endpoint's own, within one percent of the ratio, and the file agrees.
    @ParameterizedTest
    @CsvSource({"1:1, 1K", "9:16, 1K", "21:9, 2K"})
    void paintsTheSizeThatWasAskedFor(String ratio, String resolution) throws Exception {
        String body =
                """
                {"prompt":"abstract","aspect_ratio":"%s","resolution":"%s","seed":3}
                """
                        .formatted(ratio, resolution);
        JsonNode submitted = TestSandbox.json(world.submit("fal-ai/nano-banana-pro", body));
        world.completed(submitted);
        JsonNode image = TestSandbox.json(world.result(submitted)).path("images").path(0);
        int width = image.path("width").asInt();
        int height = image.path("height").asInt();
        String[] parts = ratio.split(":", 2);
        double wanted = Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
        assertThat((double) width / height).isCloseTo(wanted, within(wanted * 0.01));
        assertThat(Math.max(width, height))
                .isGreaterThanOrEqualTo(resolution.equals("2K") ? 2048 : 1024);
        BufferedImage picture = picture(image);
        assertThat(List.of(picture.getWidth(), picture.getHeight())).containsExactly(width, height);
    }

    // The flux family takes pixels or a preset, and echoes what it drew.
    @Test
    void takesAnImageSizeInPixels() throws Exception {
        String body =
                """
                {"prompt":"a forest","image_size":{"width":640,"height":384},"num_images":2,"seed":5}
                """;
        JsonNode submitted = TestSandbox.json(world.submit("fal-ai/flux/dev", body));
        world.completed(submitted);
        JsonNode result = TestSandbox.json(world.result(submitted));
        assertThat(result.path("images").size()).isEqualTo(2);
        assertThat(picture(result.path("images").path(1)).getWidth()).isEqualTo(640);
        assertThat(result.path("seed").asInt()).isEqualTo(5);
        assertThat(result.path("has_nsfw_concepts").path(0).asBoolean()).isFalse();
    }

    // What was made and is not to be seen comes with a mark on each picture.
    @Test
    void marksWhatItsCheckerBlanked() throws Exception {
        JsonNode submitted =
                TestSandbox.json(
                        world.submit(
                                "fal-ai/nano-banana-pro", "{\"prompt\":\"a quay [blanked]\"}"));
        world.completed(submitted);

        JsonNode result = TestSandbox.json(world.result(submitted));

        assertThat(result.path("has_nsfw_concepts").path(0).asBoolean()).isTrue();
    }

    // Wrong input is accepted into the queue and fails there, in the validation shape.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|missing|prompt",
                "{\"prompt\":\" \"}|string_too_short|prompt",
                "{\"prompt\":7}|string_type|prompt",
                "{\"prompt\":\"x\",\"aspect_ratio\":\"7:1\"}|literal_error|aspect_ratio",
                "{\"prompt\":\"x\",\"resolution\":\"9K\"}|literal_error|resolution",
                "{\"prompt\":\"x\",\"num_images\":9}|less_than_equal|num_images"
            })
    void reportsInvalidInput(String body, String type, String field) throws Exception {
        JsonNode submitted = TestSandbox.json(world.submit("fal-ai/nano-banana-pro", body));
        JsonNode status = world.completed(submitted);
        assertThat(status.path("error").asString()).isEqualTo("Invalid status code: 422");
        HttpResponse<byte[]> result = world.result(submitted);
        assertThat(result.statusCode()).isEqualTo(422);
        JsonNode problem = TestSandbox.json(result).path("detail").path(0);
        assertThat(problem.path("type").asString()).isEqualTo(type);
        assertThat(problem.path("loc").toString()).isEqualTo("[\"body\",\"" + field + "\"]");
        assertThat(problem.path("msg").asString()).isNotBlank();
    }

    // What is not there or not JSON is said at once.
    @Test
    void refusesWhatItCannotQueue() throws Exception {
        assertThat(world.submit("fal-ai/no-such-model", "{}").statusCode()).isEqualTo(404);
        assertThat(world.submit("fal-ai/nano-banana", "not json").statusCode()).isEqualTo(422);
        HttpResponse<byte[]> unknown =
                world.fal("GET", world.url("/fal/fal-ai/flux/requests/none/status"), "");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(TestSandbox.json(unknown).path("status").asString()).isEqualTo("NOT_FOUND");
    }

    // A request in the queue ends at once; one that is over says so; one that never was, too.
    @Test
    void cancels() throws Exception {
        JsonNode submitted = world.submitted("a boat");
        HttpResponse<byte[]> cancelled = world.cancel(submitted);
        assertThat(cancelled.statusCode()).isEqualTo(202);
        assertThat(TestSandbox.json(cancelled).path("status").asString())
                .isEqualTo("CANCELLATION_REQUESTED");
        assertThat(TestSandbox.json(world.status(submitted)).path("error_type").asString())
                .isEqualTo("client_cancelled");
        assertThat(world.result(submitted).statusCode()).isEqualTo(499);
        HttpResponse<byte[]> again = world.cancel(submitted);
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(TestSandbox.json(again).path("status").asString())
                .isEqualTo("ALREADY_COMPLETED");
    }

    // A running request hears of its cancellation late, so it may still complete.
    @Test
    void mayCompleteAlthoughItIsCancelled() throws Exception {
        JsonNode submitted = world.submitted("a boat");
        world.clock.turn(TestSandbox.PACE.multipliedBy(3));
        assertThat(world.cancel(submitted).statusCode()).isEqualTo(202);
        world.completed(submitted);
        assertThat(world.result(submitted).statusCode()).isEqualTo(200);
    }

    // The privacy headers: recorded, obeyed, and visible to a test.
    @Test
    @Timeout(20)
    void honoursThePrivacyHeaders() throws Exception {
        HttpResponse<byte[]> answer =
                world.send(
                        world.url("/fal/fal-ai/nano-banana"),
                        request ->
                                request.header("Authorization", "Key id:secret")
                                        .header("X-Fal-Store-IO", "0")
                                        .header(
                                                "X-Fal-Object-Lifecycle-Preference",
                                                "{\"expiration_duration_seconds\":3600}")
                                        .POST(
                                                HttpRequest.BodyPublishers.ofString(
                                                        TestSandbox.prompt("a secret garden"))));
        JsonNode submitted = TestSandbox.json(answer);
        world.completed(submitted);
        while (world.sandbox.requests().getFirst().prompt() != null) {
            Thread.sleep(5);
        }
        assertThat(world.sandbox.requests().getFirst().keepsPayload()).isFalse();
        assertThat(world.sandbox.requests().getFirst().mediaLifetime())
                .isEqualTo(Duration.ofHours(1));

        JsonNode image = TestSandbox.json(world.result(submitted)).path("images").path(0);
        String path = URI.create(image.path("url").asString()).getPath();
        assertThat(world.get(path).statusCode()).isEqualTo(200);
        world.clock.turn(Duration.ofHours(2));
        assertThat(world.get(path).statusCode()).isEqualTo(404);
    }

    // Requests that were running are finished after a restart, finished ones are still there.
    @Test
    void survivesARestart() throws Exception {
        JsonNode done = world.submitted("a boat");
        world.completed(done);
        JsonNode running = world.submitted("a forest");
        world.close();

        world = new TestSandbox(state, world.clock);
        String port = ":" + world.sandbox.baseUrl().getPort() + "/";
        JsonNode moved = TestSandbox.JSON.readTree(running.toString().replaceAll(":\\d+/", port));
        assertThat(world.completed(moved).has("error")).isFalse();
        JsonNode old = TestSandbox.JSON.readTree(done.toString().replaceAll(":\\d+/", port));
        JsonNode image = TestSandbox.json(world.result(old)).path("images").path(0);
        assertThat(picture(image).getWidth()).isEqualTo(1024);
    }

    private BufferedImage picture(JsonNode image) throws Exception {
        byte[] file = world.get(URI.create(image.path("url").asString()).getPath()).body();
        return ImageIO.read(new ByteArrayInputStream(file));
    }
}
