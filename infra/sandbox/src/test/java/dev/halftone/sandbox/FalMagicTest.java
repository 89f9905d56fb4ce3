package dev.halftone.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

final class FalMagicTest {

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

    // Moderation is a completed request whose result is a typed 422.
    @Test
    void refusesByModeration() throws Exception {
        JsonNode submitted = world.submitted("a [Moderation] boat");
        assertThat(world.completed(submitted).path("error").asString()).contains("422");
        HttpResponse<byte[]> result = world.result(submitted);
        assertThat(result.statusCode()).isEqualTo(422);
        assertThat(TestSandbox.json(result).path("detail").path(0).path("type").asString())
                .isEqualTo("content_policy_violation");
    }

    // A slow picture is not there when a normal one is, and is there after twenty ticks.
    @Test
    void takesItsTime() throws Exception {
        JsonNode submitted = world.submitted("[slow] boat");
        world.clock.turn(TestSandbox.PACE.multipliedBy(19));
        assertThat(world.status(submitted).statusCode()).isEqualTo(202);
        assertThat(world.completed(submitted).has("error")).isFalse();
    }

    // Nothing but a cancel ends it.
    @Test
    void neverEndsUntilItIsCancelled() throws Exception {
        JsonNode submitted = world.submitted("[never] boat");
        world.clock.turn(Duration.ofDays(2));
        assertThat(world.status(submitted).statusCode()).isEqualTo(202);
        assertThat(world.cancel(submitted).statusCode()).isEqualTo(202);
        assertThat(world.completed(submitted).path("error_type").asString())
                .isEqualTo("client_cancelled");
    }

    // It is not there when everybody gives up, and is there in the end.
    @Test
    void endsLongAfterItIsAwaited() throws Exception {
        JsonNode submitted = world.submitted("[late] boat");
        world.clock.turn(Duration.ofMinutes(9));
        assertThat(world.status(submitted).statusCode()).isEqualTo(202);
        world.clock.turn(Duration.ofMinutes(2));
        assertThat(world.completed(submitted).has("error")).isFalse();
    }

    // Words stand together: it is slow, and it says yes to a cancellation that changes nothing.
    @Test
    void finishesInSpiteOfACancellation() throws Exception {
        JsonNode submitted = world.submitted("[slow] [deaf] boat");
        assertThat(world.cancel(submitted).statusCode()).isEqualTo(202);
        world.clock.turn(TestSandbox.PACE.multipliedBy(20));
        assertThat(world.completed(submitted).has("error")).isFalse();
        assertThat(world.result(submitted).statusCode()).isEqualTo(200);
    }

    // A test that says "nobody asked about it" has to see those who did.
    @Test
    void countsWhoAsksAboutARequest() throws Exception {
        JsonNode submitted = world.submitted("[never] boat");
        world.status(submitted);
        world.cancel(submitted);
        assertThat(world.sandbox.requests())
                .singleElement()
                .satisfies(request -> assertThat(request.calls()).isEqualTo(2));
    }

    // Two refusals, then the same submission is taken.
    @ParameterizedTest
    @CsvSource({"[429], 429, 2", "[5xx], 503, ''"})
    void turnsASubmissionAwayTwice(String mark, int status, String retryAfter) throws Exception {
        String body = TestSandbox.prompt(mark + " boat");
        for (int i = 0; i < 2; i++) {
            HttpResponse<byte[]> refused = world.submit("fal-ai/nano-banana", body);
            assertThat(refused.statusCode()).isEqualTo(status);
            assertThat(refused.headers().firstValue("Retry-After").orElse(""))
                    .isEqualTo(retryAfter);
            assertThat(refused.headers().firstValue("X-Fal-Error-Type")).isPresent();
        }
        assertThat(world.submit("fal-ai/nano-banana", body).statusCode()).isEqualTo(200);
        assertThat(world.sandbox.requests()).hasSize(1);
    }

    // A failure is COMPLETED with an error: a client that looks at the word alone is wrong.
    @Test
    void completesWithAnError() throws Exception {
        JsonNode submitted = world.submitted("[fail] boat");
        JsonNode status = world.completed(submitted);
        assertThat(status.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(status.path("error_type").asString()).isEqualTo("runner_server_error");
        assertThat(world.result(submitted).statusCode()).isEqualTo(500);
    }

    // The announced size and the file disagree, and the file is no picture any more.
    @Test
    void cutsTheFileShort() throws Exception {
        JsonNode submitted = world.submitted("[truncated] boat");
        world.completed(submitted);
        JsonNode image = TestSandbox.json(world.result(submitted)).path("images").path(0);
        byte[] file = world.get(URI.create(image.path("url").asString()).getPath()).body();
        assertThat(file.length).isLessThan(image.path("file_size").asInt());
        assertThatThrownBy(() -> ImageIO.read(new ByteArrayInputStream(file)))
                .isInstanceOf(IOException.class);
    }

    // The first download hangs until a second one has the file; then its line breaks.
    @Test
    void letsTheFirstDownloadHang() throws Exception {
        JsonNode submitted = world.submitted("[stalled] boat");
        world.completed(submitted);
        JsonNode image = TestSandbox.json(world.result(submitted)).path("images").path(0);
        String path = URI.create(image.path("url").asString()).getPath();
        try (Socket first = new Socket(InetAddress.getLoopbackAddress(), world.url("").getPort())) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
            first.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            first.setSoTimeout(300);
            assertThatThrownBy(first.getInputStream()::read)
                    .isInstanceOf(SocketTimeoutException.class);
            assertThat(world.get(path).body()).hasSize(image.path("file_size").asInt());
            first.setSoTimeout(20_000);
            assertThat(first.getInputStream().read()).isEqualTo(-1);
        }
    }

    // The caller knows nothing, the provider works all the same.
    @Test
    void losesTheAnswerButNotTheRequest() throws Exception {
        assertThatThrownBy(() -> world.submitted("[lost] boat")).isInstanceOf(IOException.class);
        assertThat(world.sandbox.requests())
                .singleElement()
                .satisfies(request -> assertThat(request.prompt()).isEqualTo("[lost] boat"));
        assertThat(world.submitted("[lost] boat").path("request_id").asString()).isNotEmpty();
    }
}
