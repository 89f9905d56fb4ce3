package dev.halftone.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.account.UserId;
import dev.halftone.lambda.ApiAnswers;
import dev.halftone.local.journey.Visitor.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A browser without a script: keeps cookies, and asks again what was not answered. */
abstract class Browser {

    static final int PAGES_MAX = 20;
    static final int ATTEMPTS_MAX = 3;
    static final JsonMapper JSON = new JsonMapper();

    final URI base;
    // The JDK's own cookie store keeps a Secure cookie of http://localhost but never sends it.
    final Map<String, String> cookies = new ConcurrentHashMap<>();
    // What the page would say with the next requests, beside what every browser says.
    final Map<String, String> headers = new ConcurrentHashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    Browser(URI base) {
        this.base = base;
    }

    /** From now on every request has this header. */
    final void says(String header, String value) {
        headers.put(header, value);
    }

    /** Whom the session names. */
    final UserId userId() {
        return cookies.entrySet().stream()
                .filter(cookie -> cookie.getKey().endsWith("session"))
                .map(cookie -> new UserId(cookie.getValue().split("\\.", 2)[0]))
                .findFirst()
                .orElseThrow();
    }

    final Answer get(String path) {
        return answer(send(request(path).GET()));
    }

    final Answer post(String path, Map<String, ?> body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    final Answer post(String path, Map<String, ?> body, String idempotencyKey) {
        return answer(
                send(
                        request(path)
                                .header("Content-Type", "application/json")
                                .header("Origin", base.toString())
                                .header("Idempotency-Key", idempotencyKey)
                                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))));
    }

    /** Follows the link of a result to its bytes. */
    final byte[] download(String href) {
        HttpResponse<byte[]> link = send(request(href).GET());
        assertThat(link.statusCode()).isEqualTo(302);
        HttpResponse<byte[]> file = send(HttpRequest.newBuilder(redirect(link)));
        assertThat(file.statusCode()).isEqualTo(200);
        return file.body();
    }

    /** A file in pieces, each of which says where the next one is. */
    final byte[] file(String path) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        String next = path;
        for (int piece = 0; piece < PAGES_MAX; piece++) {
            HttpResponse<byte[]> response = send(request(next).GET());
            assertThat(response.statusCode()).isEqualTo(200);
            file.writeBytes(response.body());
            String link = response.headers().firstValue("link").orElse("");
            if (link.isEmpty()) {
                return file.toByteArray();
            }
            next = link.substring(1, link.indexOf('>'));
        }
        throw new AssertionError("A file of more than " + PAGES_MAX + " pieces");
    }

    final HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(base.resolve(path));
        headers.forEach(builder::header);
        if (!cookies.isEmpty()) {
            builder.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return builder;
    }

    final HttpResponse<byte[]> send(HttpRequest.Builder request) {
        return send(request.timeout(Duration.ofSeconds(40)).build());
    }

    final HttpResponse<byte[]> send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = answered(request);
            if (request.uri().getPort() == base.getPort()) {
                response.headers().allValues("set-cookie").forEach(this::keep);
                ApiAnswers.keep(
                        request.method(),
                        request.uri().getPath(),
                        response.statusCode(),
                        response.headers().firstValue("content-type").orElse(""),
                        response.body());
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As the page does, says again, under the same key, what was not answered. */
    private HttpResponse<byte[]> answered(HttpRequest request)
            throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return http.send(request, BodyHandlers.ofByteArray());
            } catch (IOException e) {
                if (attempt == ATTEMPTS_MAX) {
                    throw e;
                }
            }
        }
    }

    private void keep(String setCookie) {
        String pair = setCookie.split(";", 2)[0];
        int equals = pair.indexOf('=');
        String value = pair.substring(equals + 1);
        if (value.isEmpty()) {
            cookies.remove(pair.substring(0, equals));
        } else {
            cookies.put(pair.substring(0, equals), value);
        }
    }

    static Answer answer(HttpResponse<byte[]> response) {
        byte[] body = response.body();
        return new Answer(
                response.statusCode(),
                response.headers(),
                body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body));
    }

    static URI redirect(HttpResponse<?> response) {
        assertThat(response.statusCode()).isIn(302, 303);
        return response.uri().resolve(response.headers().firstValue("location").orElseThrow());
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
