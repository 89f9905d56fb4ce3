package dev.halftone.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Protects: film models answer as the real ones do, each family in its own words. */
final class FalFilmTest {

    private static final String SEEDANCE = "fal-ai/bytedance/seedance/v1.5/pro/text-to-video";

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

    @ParameterizedTest
    @CsvSource({
        SEEDANCE + ", 4",
        "fal-ai/veo3.1, 4s",
    })
    void makesOneFilm(String endpoint, String duration) throws Exception {
        HttpResponse<byte[]> film = file(submitted(endpoint, "a boat", duration));

        assertThat(film.headers().firstValue("content-type")).contains("video/mp4");
        assertThat(new String(film.body(), 4, 4, StandardCharsets.US_ASCII)).isEqualTo("ftyp");
    }

    @Test
    void announcesAWholeFilmAndSendsHalfOfIt() throws Exception {
        JsonNode submitted = submitted(SEEDANCE, "a boat [truncated]", "4");

        byte[] film = file(submitted).body();

        assertThat(film.length).isLessThan(video(submitted).path("file_size").asInt());
    }

    // A film takes longer than a picture, and so there is progress to be seen.
    @Test
    void isStillAtWorkWhenAPictureWouldBeDone() throws Exception {
        JsonNode submitted = submitted(SEEDANCE, "a boat", "4");
        world.clock.turn(TestSandbox.PACE.multipliedBy(4));

        assertThat(TestSandbox.json(world.status(submitted)).path("status").asString())
                .isEqualTo("IN_PROGRESS");
    }

    @ParameterizedTest
    @CsvSource({
        SEEDANCE + ", 4s",
        SEEDANCE + ", 3",
        "fal-ai/veo3.1, 4",
        "fal-ai/veo3.1, 5s",
    })
    void refusesADurationInOtherWords(String endpoint, String duration) throws Exception {
        JsonNode submitted = submitted(endpoint, "a boat", duration);
        world.clock.turn(TestSandbox.PACE.multipliedBy(9));
        world.completed(submitted);

        HttpResponse<byte[]> result = world.result(submitted);

        assertThat(result.statusCode()).isEqualTo(422);
        assertThat(TestSandbox.json(result).path("detail").path(0).path("loc").toString())
                .isEqualTo("[\"body\",\"duration\"]");
    }

    private JsonNode submitted(String endpoint, String prompt, String duration) throws Exception {
        String body =
                """
                {"prompt":"%s","aspect_ratio":"16:9","resolution":"720p","duration":"%s","seed":7}
                """
                        .formatted(prompt, duration);
        return TestSandbox.json(world.submit(endpoint, body));
    }

    private JsonNode video(JsonNode submitted) throws Exception {
        world.clock.turn(TestSandbox.PACE.multipliedBy(9));
        world.completed(submitted);
        return TestSandbox.json(world.result(submitted)).path("video");
    }

    private HttpResponse<byte[]> file(JsonNode submitted) throws Exception {
        return world.get(URI.create(video(submitted).path("url").asString()).getPath());
    }
}
