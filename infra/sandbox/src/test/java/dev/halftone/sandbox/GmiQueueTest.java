package dev.halftone.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Protects: the sandbox answers as GMI Cloud's queue does. */
final class GmiQueueTest {

    private static final String BEARER = "Bearer gmi-secret";

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
    void goesFromQueuedToSuccessAndShowsAPictureOfTheSizeAskedFor() throws Exception {
        JsonNode taken = TestSandbox.json(submit("A quay", "1920x1920"));
        assertThat(taken.path("status").asString()).isEqualTo("queued");

        world.clock.turn(TestSandbox.PACE.multipliedBy(2));
        assertThat(request(taken).path("status").asString()).isEqualTo("processing");
        world.clock.turn(TestSandbox.PACE.multipliedBy(2));
        JsonNode done = request(taken);
        assertThat(done.path("status").asString()).isEqualTo("success");
        String url = done.at("/outcome/media_urls/0/url").asString();
        byte[] file = world.get(url.substring(world.url("").toString().length())).body();
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(file));
        assertThat(picture.getWidth()).isEqualTo(1920);
        assertThat(picture.getHeight()).isEqualTo(1920);
    }

    @Test
    void listsWhatItHasOfAModelWithItsPayload() throws Exception {
        TestSandbox.json(submit("A quay", "1920x1920"));

        JsonNode list = list("seedream-5.0-lite");
        assertThat(list.path("total").asInt()).isEqualTo(1);
        assertThat(list.at("/requests/0/payload/seed").asInt()).isEqualTo(7);
        assertThat(list("wan2.6-t2v").path("requests")).isEmpty();
    }

    @Test
    void saysInASentenceThatItsModeratorsRefused() throws Exception {
        JsonNode taken = TestSandbox.json(submit("[moderation]", "1920x1920"));
        world.clock.turn(TestSandbox.PACE.multipliedBy(4));

        JsonNode failed = request(taken);
        assertThat(failed.path("status").asString()).isEqualTo("failed");
        assertThat(failed.at("/outcome/error").asString()).contains("sensitive");
    }

    @Test
    void wrapsTheRefusalOfAModelInAnInternalError() throws Exception {
        HttpResponse<byte[]> refused = submit("A quay", "100x100");

        assertThat(refused.statusCode()).isEqualTo(500);
        assertThat(TestSandbox.json(refused).path("error").asString()).contains("(400)");
    }

    @Test
    void knowsNobodyWithoutTheKey() throws Exception {
        assertThat(world.call("GET", "/gmi/requests", "Bearer other", "").statusCode())
                .isEqualTo(401);
    }

    private HttpResponse<byte[]> submit(String prompt, String size) throws Exception {
        String body =
                "{\"model\":\"seedream-5.0-lite\",\"payload\":"
                        + "{\"prompt\":\"%s\",\"size\":\"%s\",\"seed\":7}}".formatted(prompt, size);
        return world.call("POST", "/gmi/requests", BEARER, body);
    }

    private JsonNode request(JsonNode taken) throws Exception {
        String id = taken.path("request_id").asString();
        return TestSandbox.json(world.call("GET", "/gmi/requests/" + id, BEARER, ""));
    }

    private JsonNode list(String model) throws Exception {
        return TestSandbox.json(world.call("GET", "/gmi/requests?model_id=" + model, BEARER, ""));
    }
}
