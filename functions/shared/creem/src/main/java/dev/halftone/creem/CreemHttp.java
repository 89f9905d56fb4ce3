package dev.halftone.creem;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls Creem: bounded in time and size, without redirects, which would carry the key away. Nothing
 * that is called here does harm if it arrives twice.
 */
final class CreemHttp {

    private final CreemSetting setting;
    private final Duration total;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(CreemProtocol.CONNECT)
                    .build();

    /**
     * Nothing is called and no secret is read before the first request.
     *
     * @param total from the first byte sent to the last byte read
     */
    CreemHttp(CreemSetting setting, Duration total) {
        this.setting = setting;
        this.total = total;
    }

    CreemAnswer get(String path, Map<String, String> query) {
        return send(request(path + "?" + encode(query)).GET().build());
    }

    CreemAnswer post(String path, Map<String, Object> body) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
                        .build());
    }

    private HttpRequest.Builder request(String path) {
        CreemKey key = CreemKey.of(setting.key().get());
        return HttpRequest.newBuilder(setting.resolve(key, path))
                .header("x-api-key", key.header())
                .header("Accept", "application/json");
    }

    private static String encode(Map<String, String> query) {
        return query.entrySet().stream()
                .map(
                        each ->
                                each.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Once more if the line breaks: it may have died while the function slept. */
    private CreemAnswer send(HttpRequest request) {
        long deadline = System.nanoTime() + total.toNanos();
        try {
            return attempt(request, deadline);
        } catch (IOException _) {
            try {
                return attempt(request, deadline);
            } catch (IOException e) {
                return new CreemAnswer.Lost("answer lost: " + e.getClass().getSimpleName());
            }
        }
    }

    // The client's own timeout ends with the headers; a body that trickles would hold us for ever.
    private CreemAnswer attempt(HttpRequest request, long deadline) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> pending =
                client.sendAsync(
                        request,
                        BodyHandlers.limiting(
                                BodyHandlers.ofByteArray(), CreemProtocol.ANSWER_BYTES_MAX));
        try {
            return CreemAnswer.of(pending.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException _) {
            pending.cancel(true);
            return new CreemAnswer.Lost("no answer in time");
        } catch (ExecutionException e) {
            // Only the type is told: messages hold addresses.
            throw e.getCause() instanceof IOException broken ? broken : new IOException(e);
        } catch (InterruptedException _) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            return new CreemAnswer.Lost("interrupted");
        }
    }
}
