package dev.halftone.sandbox.work;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Posts callbacks to this machine and nowhere else. */
public final class Caller implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int ATTEMPTS_MAX = 4;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    /** Calls until somebody answers 2xx, a few times at most. */
    public void call(String target, Map<String, String> headers, byte[] body) {
        if (!isHere(target)) {
            return;
        }
        try {
            for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
                if (post(target, headers, body) / 100 == 2) {
                    return;
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** Judged by its text: resolving a name would already tell the outside world of it. */
    private static boolean isHere(String target) {
        try {
            URI uri = URI.create(target);
            return Set.of("http", "https").contains(String.valueOf(uri.getScheme()))
                    && LOOPBACK.contains(String.valueOf(uri.getHost()));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private int post(String target, Map<String, String> headers, byte[] body)
            throws InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(target))
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException unreachable) {
            return 0;
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
