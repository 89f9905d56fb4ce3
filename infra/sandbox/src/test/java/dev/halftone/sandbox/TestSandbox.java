package dev.halftone.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running sandbox, its clock, and a plain HTTP client for it. */
final class TestSandbox implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.shared();
    static final Duration PACE = Duration.ofMillis(20);
    static final String SECRET = "client secret: with / odd & signs";
    static final URI REDIRECTS = URI.create("http://localhost:8080/v1/auth/google/");

    private static final Map<String, String> KEYS =
            Map.ofEntries(
                    Map.entry("/halftone/local/sign-in/google", SECRET),
                    Map.entry("/halftone/local/providers/fal", "id:secret"),
                    Map.entry("/halftone/local/fal-user-id", "user-1"),
                    Map.entry("/halftone/local/providers/gmi", "gmi-secret"),
                    Map.entry("/halftone/local/providers/openai", "openai-secret"),
                    Map.entry("/halftone/local/providers/gemini", "gemini-secret"),
                    Map.entry("/halftone/local/providers/vertex", "{}"),
                    Map.entry("/halftone/local/providers/luma", "luma-secret"),
                    Map.entry("/halftone/local/providers/dream-machine", "dream-secret"),
                    Map.entry("/halftone/local/providers/hedra", "hedra-secret"),
                    Map.entry("/halftone/local/providers/moderation", "moderation-secret"),
                    Map.entry("/halftone/local/providers/llm", "llm-secret"),
                    Map.entry("/halftone/local/payments/creem", "creem_test_here"),
                    Map.entry("/halftone/local/payments/creem-webhook", "whsec_aGVyZQ=="),
                    Map.entry("/halftone/local/payments/stripe", "sk_test_here"),
                    Map.entry("/halftone/local/payments/stripe-webhook", "whsec_old whsec_new"));

    final TurnableClock clock;
    final Sandbox sandbox;
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    TestSandbox(Path state) {
        this(state, new TurnableClock());
    }

    TestSandbox(Path state, TurnableClock clock) {
        this(state, clock, KEYS);
    }

    /** With other keys than the usual ones. */
    TestSandbox(Path state, Map<String, String> keys) {
        this(state, new TurnableClock(), keys);
    }

    private TestSandbox(Path state, TurnableClock clock, Map<String, String> keys) {
        this.clock = clock;
        this.sandbox =
                Sandbox.start(
                        new SandboxConfig(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                                URI.create("http://127.0.0.1:0"),
                                state,
                                keys,
                                Set.of(REDIRECTS),
                                clock,
                                PACE));
    }

    URI url(String path) {
        return URI.create(sandbox.baseUrl() + path);
    }

    HttpResponse<byte[]> send(URI uri, Consumer<HttpRequest.Builder> with)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20));
        with.accept(request);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return send(url(path), HttpRequest.Builder::GET);
    }

    HttpResponse<byte[]> fal(String method, URI uri, String body)
            throws IOException, InterruptedException {
        return send(
                uri,
                request ->
                        request.header("Authorization", "Key id:secret")
                                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A call of another provider than fal.ai. */
    HttpResponse<byte[]> call(String method, String path, String authorization, String body)
            throws IOException, InterruptedException {
        return send(
                url(path),
                request ->
                        request.header("Authorization", authorization)
                                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<byte[]> submit(String endpointAndQuery, String body)
            throws IOException, InterruptedException {
        return fal("POST", url("/fal/" + endpointAndQuery), body);
    }

    /** Submits a prompt and returns the queue's answer. */
    JsonNode submitted(String prompt) throws IOException, InterruptedException {
        return json(submit("fal-ai/nano-banana-pro", prompt(prompt)));
    }

    static String prompt(String prompt) {
        return JSON.writeValueAsString(Map.of("prompt", prompt, "seed", 7));
    }

    HttpResponse<byte[]> status(JsonNode submitted) throws IOException, InterruptedException {
        return fal("GET", URI.create(submitted.path("status_url").asString() + "?logs=1"), "");
    }

    HttpResponse<byte[]> result(JsonNode submitted) throws IOException, InterruptedException {
        return fal("GET", URI.create(submitted.path("response_url").asString()), "");
    }

    HttpResponse<byte[]> cancel(JsonNode submitted) throws IOException, InterruptedException {
        return fal("PUT", URI.create(submitted.path("cancel_url").asString()), "");
    }

    /** Turns the clock past a normal picture and waits until it is painted. */
    JsonNode completed(JsonNode submitted) throws IOException, InterruptedException {
        clock.turn(PACE.multipliedBy(4));
        for (int i = 0; i < 2000; i++) {
            HttpResponse<byte[]> status = status(submitted);
            if (status.statusCode() == 200) {
                return json(status);
            }
            Thread.sleep(10);
        }
        throw new AssertionError("not completed");
    }

    static JsonNode json(HttpResponse<byte[]> response) {
        return JSON.readTree(response.body());
    }

    @Override
    public void close() {
        client.close();
        sandbox.close();
    }
}
