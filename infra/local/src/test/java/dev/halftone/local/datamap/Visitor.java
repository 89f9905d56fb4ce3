package dev.halftone.local.datamap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.privacy.Place;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser without a page, that shows every cookie it is given and everywhere it is sent. */
final class Visitor {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(40);
    private static final String HOST_PREFIX = "__Host-";

    private final HttpClient http =
            HttpClient.newBuilder()
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final URI base;
    private final Observation observation;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final List<String> setCookies = new ArrayList<>();

    /** What came back. */
    record Answer(int status, String body) {
        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }

    Visitor(URI base, Observation observation) {
        this.base = base;
        this.observation = observation;
    }

    /** Walks to the identity provider and back, with what is filled in there. */
    URI signIn(Map<String, String> form) {
        return signIn("google/start?returnTo=/", form);
    }

    URI signIn(String start, Map<String, String> form) {
        URI authorize = location(send(request("/v1/auth/" + start).GET()));
        Told.redirected(authorize, observation);
        Map<String, String> filled = new LinkedHashMap<>(Call.pairs(authorize.getRawQuery()));
        filled.putAll(form);
        HttpRequest.Builder login =
                HttpRequest.newBuilder(authorize.resolve(authorize.getRawPath()))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encoded(filled)));
        URI callback = location(send(login));
        send(request(callback.getRawPath() + "?" + callback.getRawQuery()));
        return callback;
    }

    /** What a provider's own script gives to the page. */
    String pageToken(URI issuer, Map<String, String> form) {
        Answer answer =
                answer(
                        send(
                                HttpRequest.newBuilder(URI.create(issuer + "/page-token"))
                                        .header("Origin", base.toString())
                                        .header("Content-Type", "application/x-www-form-urlencoded")
                                        .POST(BodyPublishers.ofString(encoded(form)))));
        return answer.json().get("token").asString();
    }

    Answer get(String path) {
        return answer(send(request(path).GET()));
    }

    /** As a program does that was given a token. */
    Answer asProgram(String path, String token) {
        return answer(
                send(
                        HttpRequest.newBuilder(base.resolve(path))
                                .header("Authorization", "Bearer " + token)
                                .GET()));
    }

    Answer post(String path, Map<String, ?> body) {
        return send("POST", path, body);
    }

    Answer send(String method, String path, Map<String, ?> body) {
        return answer(
                send(
                        request(path)
                                .header("Content-Type", "application/json")
                                .header("Origin", base.toString())
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .method(
                                        method,
                                        BodyPublishers.ofString(
                                                JsonMapper.shared().writeValueAsString(body)))));
    }

    /** Sends a file to where the studio says. */
    int upload(JsonNode announced, byte[] file) {
        JsonNode upload = announced.get("upload");
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(upload.get("url").asString()))
                        .PUT(BodyPublishers.ofByteArray(file));
        upload.get("headers")
                .properties()
                .forEach(header -> request.header(header.getKey(), header.getValue().asString()));
        return send(request).statusCode();
    }

    /** Uploads a table. */
    Answer upload(String path, String csv) {
        return answer(
                send(
                        request(path)
                                .header("Content-Type", "text/csv")
                                .header("Origin", base.toString())
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .POST(BodyPublishers.ofString(csv))));
    }

    /** Follows a link to a file. */
    int download(String href) {
        return send(HttpRequest.newBuilder(location(send(request(href).GET())))).statusCode();
    }

    String cookie(String name) {
        String value = cookies.getOrDefault(HOST_PREFIX + name, "");
        assertThat(value).as("cookie %s", name).isNotEmpty();
        return value;
    }

    /** Every cookie as it was set. */
    List<String> setCookies() {
        return List.copyOf(setCookies);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(base.resolve(path));
        if (!cookies.isEmpty()) {
            builder.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return builder;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    http.send(
                            request.timeout(ANSWER_MAX).build(),
                            BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
            if (response.uri().getPort() == base.getPort()) {
                response.headers().allValues("set-cookie").forEach(this::keep);
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String setCookie) {
        setCookies.add(setCookie);
        see(setCookie, observation);
        String[] pair = setCookie.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    /** One cookie, under its name without the prefix. */
    static void see(String setCookie, Observation observation) {
        String[] pair = setCookie.split(";", 2)[0].split("=", 2);
        String name =
                pair[0].startsWith(HOST_PREFIX) ? pair[0].substring(HOST_PREFIX.length()) : pair[0];
        observation.see(new Place.Cookie(name), pair[1]);
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.body());
    }

    private static URI location(HttpResponse<?> response) {
        assertThat(response.statusCode()).isIn(302, 303);
        return response.uri().resolve(response.headers().firstValue("location").orElseThrow());
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
