package dev.halftone.sandbox.fal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** Posts signed callbacks to this machine and nowhere else. */
final class WebhookSender implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final WebhookKey key;
    private final String userId;
    private final Clock clock;

    WebhookSender(WebhookKey key, String userId, Clock clock) {
        this.key = key;
        this.userId = userId;
        this.clock = clock;
    }

    /** Judged by its text: resolving a name would already tell the outside world of it. */
    static boolean deliverable(String target) {
        try {
            URI uri = URI.create(target);
            return Set.of("http", "https").contains(String.valueOf(uri.getScheme()))
                    && LOOPBACK.contains(String.valueOf(uri.getHost()));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** The receiver's status, or 0 where there was none. */
    int send(String target, String requestId, Object content) throws InterruptedException {
        byte[] body = JSON.writeValueAsBytes(content);
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(target))
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/json")
                        .header("X-Fal-Webhook-Request-Id", requestId)
                        .header("X-Fal-Webhook-User-Id", userId)
                        .header("X-Fal-Webhook-Timestamp", timestamp)
                        .header(
                                "X-Fal-Webhook-Signature",
                                key.sign(requestId, userId, timestamp, body))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException unreachable) {
            return 0;
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
