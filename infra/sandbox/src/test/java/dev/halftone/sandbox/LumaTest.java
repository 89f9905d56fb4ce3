package dev.halftone.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Protects: the sandbox answers as both of Luma's APIs do. */
final class LumaTest {

    private static final String AGENTS = "Bearer luma-secret";
    private static final String DREAM = "Bearer dream-secret";

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

    /** After an hour an address is worth nothing, and asking again brings one that is. */
    @Test
    void servesAResultForAnHourAndNamesItAnewWhenAsked() throws Exception {
        JsonNode taken = TestSandbox.json(agents("POST", "generations", PICTURE));
        assertThat(taken.path("state").asString()).isEqualTo("queued");
        world.clock.turn(TestSandbox.PACE.multipliedBy(4));
        String first = link(taken);
        assertThat(file(first).statusCode()).isEqualTo(200);

        world.clock.turn(Duration.ofMinutes(61));

        assertThat(file(first).statusCode()).isEqualTo(403);
        assertThat(file(link(taken)).statusCode()).isEqualTo(200);
        assertThat(file(first.replaceAll("expires=\\d+", "expires=99999999999")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void namesTheCodeOfAFailure() throws Exception {
        JsonNode taken =
                TestSandbox.json(
                        agents("POST", "generations", PICTURE.replace("A quay", "[moderation]")));
        world.clock.turn(TestSandbox.PACE.multipliedBy(4));

        JsonNode failed = agents(taken);
        assertThat(failed.path("state").asString()).isEqualTo("failed");
        assertThat(failed.path("failure_code").asString()).isEqualTo("content_moderated");
    }

    @Test
    void dreamsAndThenListsWhatItWasAsked() throws Exception {
        JsonNode taken = TestSandbox.json(dream("POST", "generations/image", DREAMED));
        world.clock.turn(TestSandbox.PACE.multipliedBy(2));
        JsonNode dreaming = TestSandbox.json(dream("GET", "generations/" + id(taken), ""));
        assertThat(dreaming.path("state").asString()).isEqualTo("dreaming");
        world.clock.turn(TestSandbox.PACE.multipliedBy(4));

        JsonNode list = TestSandbox.json(dream("GET", "generations?limit=10&offset=0", ""));
        assertThat(list.path("count").asInt()).isEqualTo(1);
        assertThat(list.at("/generations/0/state").asString()).isEqualTo("completed");
        assertThat(list.at("/generations/0/request/prompt").asString()).isEqualTo("A quay");
        assertThat(file(list.at("/generations/0/assets/image").asString()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void deletesWhatItIsToldTo() throws Exception {
        JsonNode taken = TestSandbox.json(dream("POST", "generations/image", DREAMED));

        assertThat(dream("DELETE", "generations/" + id(taken), "").statusCode()).isEqualTo(204);
        assertThat(dream("GET", "generations/" + id(taken), "").statusCode()).isEqualTo(404);
    }

    private static final String PICTURE =
            """
            {"model":"uni-1","type":"image","prompt":"A quay","aspect_ratio":"16:9"}
            """;
    private static final String DREAMED =
            """
            {"model":"photon-1","prompt":"A quay","aspect_ratio":"16:9"}
            """;

    private String link(JsonNode taken) throws Exception {
        return agents(taken).at("/output/0/url").asString();
    }

    private JsonNode agents(JsonNode taken) throws Exception {
        return TestSandbox.json(agents("GET", "generations/" + id(taken), ""));
    }

    private HttpResponse<byte[]> agents(String method, String path, String body) throws Exception {
        return world.call(method, "/luma/" + path, AGENTS, body);
    }

    private HttpResponse<byte[]> dream(String method, String path, String body) throws Exception {
        return world.call(method, "/dream-machine/" + path, DREAM, body);
    }

    private HttpResponse<byte[]> file(String url) throws Exception {
        return world.get(url.substring(world.url("").toString().length()));
    }

    private static String id(JsonNode generation) {
        return generation.path("id").asString();
    }
}
