package dev.halftone.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class FalWebhookTest {

    private record Callback(Headers headers, String body) {}

    @TempDir private Path state;
    private final BlockingQueue<Callback> received = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> answers = new LinkedBlockingQueue<>();
    private TestSandbox world;
    private HttpServer receiver;

    @BeforeEach
    void start() throws IOException {
        world = new TestSandbox(state);
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext(
                "/hook",
                exchange -> {
                    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
                    received.add(new Callback(exchange.getRequestHeaders(), body));
                    Integer status = answers.poll();
                    exchange.sendResponseHeaders(status == null ? 204 : status, -1);
                    exchange.close();
                });
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
        world.close();
    }

    // The signature, checked by the published recipe with nothing but the JDK.
    @Test
    void signsACallback() throws Exception {
        JsonNode submitted = submit("a boat");
        world.completed(submitted);
        Callback callback = next();
        JsonNode body = TestSandbox.JSON.readTree(callback.body);
        assertThat(body.path("request_id")).isEqualTo(submitted.path("request_id"));
        assertThat(body.path("status").asString()).isEqualTo("OK");
        assertThat(body.path("payload").path("images").path(0).path("url").asString())
                .startsWith(world.sandbox.baseUrl() + "/fal/files/");
        assertThat(callback.headers.getFirst("X-Fal-Webhook-User-Id")).isEqualTo("user-1");
        assertThat(callback.headers.getFirst("X-Fal-Webhook-Timestamp"))
                .isEqualTo(Long.toString(world.clock.instant().getEpochSecond()));
        assertThat(verifies(callback, callback.body)).isTrue();
        assertThat(verifies(callback, callback.body + " ")).isFalse();
    }

    // A failure is called back with the error as its payload.
    @Test
    void callsBackAFailure() throws Exception {
        world.completed(submit("[moderation]"));
        JsonNode body = TestSandbox.JSON.readTree(next().body);
        assertThat(body.path("status").asString()).isEqualTo("ERROR");
        assertThat(body.path("error").asString()).isEqualTo("Invalid status code: 422");
        assertThat(body.path("payload").path("detail").path(0).path("type").asString())
                .isEqualTo("content_policy_violation");
    }

    // A receiver that stumbles is called again, and not once more than needed.
    @Test
    void repeatsUntilItIsHeard() throws Exception {
        answers.addAll(List.of(500, 503));
        world.completed(submit("[fail]"));
        next();
        next();
        next();
        assertThat(received.poll(300, TimeUnit.MILLISECONDS)).isNull();
        assertThat(world.sandbox.requests().getFirst().webhookAnswers())
                .containsExactly(500, 503, 204);
    }

    // A redirect could lead anywhere: it is a final failure.
    @Test
    void doesNotFollowARedirect() throws Exception {
        answers.add(302);
        world.completed(submit("[fail]"));
        next();
        assertThat(received.poll(300, TimeUnit.MILLISECONDS)).isNull();
    }

    // Nothing leaves this machine, whatever the target looks like.
    @Test
    void neverCallsAnotherMachine() throws Exception {
        for (String target :
                List.of(
                        "http://192.0.2.1/hook",
                        "http://localhost.example.org/hook",
                        "http://127.0.0.1@example.org/hook",
                        "ftp://localhost/hook")) {
            world.completed(submit("[fail]", target));
        }
        Thread.sleep(200);
        assertThat(world.sandbox.requests())
                .hasSize(4)
                .allSatisfy(request -> assertThat(request.webhookAnswers()).isEmpty());
    }

    // A lost submission is found again by its callback.
    @Test
    void callsBackForALostSubmission() throws Exception {
        try {
            submit("[lost] boat");
        } catch (IOException expected) {
            world.clock.turn(TestSandbox.PACE.multipliedBy(4));
        }
        assertThat(next().body).contains("\"OK\"");
    }

    // Three for one request, so that a receiver meets itself.
    @Test
    void callsBackThreeTimes() throws Exception {
        JsonNode submitted = submit("[fail] [thrice]");
        world.completed(submitted);
        for (int i = 0; i < 3; i++) {
            assertThat(TestSandbox.JSON.readTree(next().body).path("request_id"))
                    .isEqualTo(submitted.path("request_id"));
        }
    }

    // It ends and tells nobody.
    @Test
    void neverCallsBack() throws Exception {
        world.completed(submit("[fail] [silent]"));
        assertThat(received.poll(300, TimeUnit.MILLISECONDS)).isNull();
    }

    private JsonNode submit(String prompt) throws Exception {
        return submit(prompt, "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook");
    }

    private JsonNode submit(String prompt, String target) throws Exception {
        String query = "?fal_webhook=" + URLEncoder.encode(target, UTF_8);
        return TestSandbox.json(
                world.submit("fal-ai/nano-banana" + query, TestSandbox.prompt(prompt)));
    }

    private Callback next() throws InterruptedException {
        @Nullable Callback callback = received.poll(20, TimeUnit.SECONDS);
        if (callback == null) {
            throw new AssertionError("no callback");
        }
        return callback;
    }

    private boolean verifies(Callback callback, String body) throws Exception {
        JsonNode keys = TestSandbox.json(world.get("/fal/.well-known/jwks.json")).path("keys");
        byte[] raw = Base64.getUrlDecoder().decode(keys.path(0).path("x").asString());
        byte[] prefix = HexFormat.of().parseHex("302a300506032b6570032100");
        byte[] encoded = new byte[prefix.length + raw.length];
        System.arraycopy(prefix, 0, encoded, 0, prefix.length);
        System.arraycopy(raw, 0, encoded, prefix.length, raw.length);
        PublicKey key =
                KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        String hash =
                HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256").digest(body.getBytes(UTF_8)));
        String message =
                String.join(
                        "\n",
                        callback.headers.getFirst("X-Fal-Webhook-Request-Id"),
                        callback.headers.getFirst("X-Fal-Webhook-User-Id"),
                        callback.headers.getFirst("X-Fal-Webhook-Timestamp"),
                        hash);
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(key);
        signature.update(message.getBytes(UTF_8));
        return signature.verify(
                HexFormat.of().parseHex(callback.headers.getFirst("X-Fal-Webhook-Signature")));
    }
}
