package dev.halftone.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A person with a browser's cookies and no script: walks the product over HTTP alone. */
final class Visitor extends Browser {

    // A loaded machine is slow, a hanging generation is for ever.
    private static final Duration WAIT_MAX = Duration.ofSeconds(60);

    private Visitor(URI base) {
        super(base);
    }

    /** What came back: the state code, the headers and, if there is one, the JSON body. */
    record Answer(int code, HttpHeaders headers, JsonNode body) {
        String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    /** Somebody new, who has signed in and accepted the policy. */
    static Visitor welcomed() {
        return welcomed(RunningStudio.halftone());
    }

    /** Somebody new at this studio. */
    static Visitor welcomed(RunningStudio studio) {
        Visitor visitor = new Visitor(studio.address());
        visitor.signIn("visitor-" + UUID.randomUUID() + "@example.org");
        String version = visitor.get("/v1/auth/options").body().get("policyVersion").asString();
        Answer accepted =
                visitor.post(
                        "/v1/me/acceptance",
                        Map.of("ageConfirmed", true, "policyVersion", version));
        assertThat(accepted.code()).isEqualTo(200);
        return visitor;
    }

    /** Somebody who shows nothing. */
    static Visitor nobody() {
        return new Visitor(RunningStudio.halftone().address());
    }

    /** The same browser once more, as it is now. */
    Visitor withTheSameCookies() {
        Visitor copy = new Visitor(base);
        copy.cookies.putAll(cookies);
        return copy;
    }

    /** The same browser, whose user looks at another site that sends requests here. */
    Visitor onAnotherSite() {
        Visitor copy = withTheSameCookies();
        copy.says("Origin", "https://elsewhere.example");
        copy.says("Sec-Fetch-Site", "cross-site");
        return copy;
    }

    /** A program with this token. */
    Visitor showing(String token) {
        says("Authorization", "Bearer " + token);
        return this;
    }

    /** Calls an operation as its envelope does. */
    Answer call(AccessRow row, String path) {
        HttpRequest.Builder request =
                request(row.query().isEmpty() ? path : path + "?" + row.query());
        if (!row.isSafe() && !headers.containsKey("Origin")) {
            request.header("Origin", base.toString());
        }
        for (String name : new String[] {"content-type", "idempotency-key"}) {
            if (!row.header(name).isEmpty()) {
                request.header(name, row.header(name));
            }
        }
        HttpResponse<byte[]> response =
                send(request.method(row.method(), BodyPublishers.ofString(row.body())));
        boolean json = response.headers().firstValue("content-type").orElse("").contains("json");
        return new Answer(
                response.statusCode(),
                response.headers(),
                json ? JSON.readTree(response.body()) : JSON.createObjectNode());
    }

    void signIn(String email) {
        URI home = signInOnce(email);
        // Where everything starts at once, the first answer may come too late for the function.
        for (int again = 1; again < ATTEMPTS_MAX && home.getQuery() != null; again++) {
            assertThat(home.getQuery()).isEqualTo("signInError=provider_unavailable");
            home = signInOnce(email);
        }
        assertThat(home.getPath()).isEqualTo("/");
        assertThat(home.getQuery()).isNull();
    }

    private URI signInOnce(String email) {
        return signInOnce("google", email);
    }

    /** Walks to the issuer of a way and back, and says where that ends. */
    URI signInOnce(String way, String email) {
        URI authorize = redirect(send(request("/v1/auth/" + way + "/start?returnTo=/").GET()));
        if (authorize.getPort() == base.getPort()) {
            return authorize;
        }
        String form =
                authorize.getRawQuery() + "&person=typed&name=Vera+Visitor&email=" + encode(email);
        HttpRequest login =
                HttpRequest.newBuilder(authorize.resolve(authorize.getRawPath()))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build();
        URI callback = redirect(send(login));
        return redirect(send(request(callback.getRawPath() + "?" + callback.getRawQuery())));
    }

    /** What the script of a way gives to the page, from wherever the options say that it comes. */
    String pageToken(String way, Map<String, String> form) {
        for (JsonNode method : get("/v1/auth/options").body().get("methods")) {
            if (method.get("id").asString().equals(way)) {
                URI script = URI.create(method.get("script").asString());
                String issuer = "/" + script.getPath().split("/", 3)[1];
                String fields =
                        form.entrySet().stream()
                                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                                .collect(Collectors.joining("&"));
                HttpRequest asked =
                        HttpRequest.newBuilder(script.resolve(issuer + "/page-token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Origin", base.toString())
                                .POST(BodyPublishers.ofString(fields))
                                .build();
                return answer(send(asked)).body().get("token").asString();
            }
        }
        throw new AssertionError("Nobody signs in by " + way);
    }

    /** Uploads a table. */
    Answer upload(String csv) {
        return answer(
                send(
                        request("/v1/catalogues")
                                .header("Content-Type", "text/csv")
                                .header("Origin", base.toString())
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .POST(BodyPublishers.ofString(csv))));
    }

    /** A price promised for these parameters. */
    JsonNode quote(String model, String aspectRatio, String resolution) {
        Answer answer =
                post(
                        "/v1/quotes",
                        Map.of(
                                "model", model,
                                "aspectRatio", aspectRatio,
                                "resolution", resolution));
        assertThat(answer.code()).isEqualTo(200);
        return answer.body();
    }

    Answer submit(String prompt, String aspectRatio, String resolution, String idempotencyKey) {
        return submit("nano-banana-pro", prompt, aspectRatio, resolution, idempotencyKey);
    }

    private Answer submit(
            String model,
            String prompt,
            String aspectRatio,
            String resolution,
            String idempotencyKey) {
        String quote = quote(model, aspectRatio, resolution).get("quote").asString();
        return post(
                "/v1/generations",
                Map.of(
                        "model", model,
                        "prompt", prompt,
                        "aspectRatio", aspectRatio,
                        "resolution", resolution,
                        "quote", quote),
                idempotencyKey);
    }

    /** Asks for a picture and waits for the end of its generation. */
    JsonNode generate(String prompt, String aspectRatio, String resolution) {
        Answer accepted = submit(prompt, aspectRatio, resolution, UUID.randomUUID().toString());
        assertThat(accepted.code()).as("%s", accepted.body()).isEqualTo(202);
        return untilEnded(accepted.body().get("id").asString());
    }

    /** Asks for a picture and answers its generation's id. */
    String submitted(String prompt) {
        return submitted("nano-banana-pro", prompt);
    }

    String submitted(String model, String prompt) {
        return submitted(model, prompt, "1K");
    }

    String submitted(String model, String prompt, String resolution) {
        Answer accepted = submit(model, prompt, "1:1", resolution, UUID.randomUUID().toString());
        assertThat(accepted.code()).as("%s", accepted.body()).isEqualTo(202);
        return accepted.body().get("id").asString();
    }

    /** Asks for five seconds of film and answers its generation's id. */
    String submittedFilm(String prompt) {
        return submittedFilm("seedance-1.5-pro", prompt, "480p", 5);
    }

    String submittedFilm(String model, String prompt, String resolution, int seconds) {
        Map<String, Object> body = new HashMap<>();
        body.put("model", model);
        body.put("aspectRatio", "16:9");
        body.put("resolution", resolution);
        body.put("durationSeconds", seconds);
        body.put("quote", post("/v1/quotes", body).body().get("quote").asString());
        body.put("prompt", prompt);
        Answer accepted = post("/v1/generations", body);
        assertThat(accepted.code()).as("%s", accepted.body()).isEqualTo(202);
        return accepted.body().get("id").asString();
    }

    Answer cancel(String id) {
        return post("/v1/generations/" + id + "/cancel", Map.of());
    }

    JsonNode generation(String id) {
        return get("/v1/generations/" + id).body();
    }

    JsonNode untilEnded(String id) {
        return until(id, Set.of("succeeded", "failed", "cancelled"));
    }

    JsonNode until(String id, String state) {
        return until(id, Set.of(state));
    }

    private JsonNode until(String id, Set<String> states) {
        Instant giveUp = Instant.now().plus(WAIT_MAX);
        while (Instant.now().isBefore(giveUp)) {
            JsonNode generation = generation(id);
            if (states.contains(generation.get("state").asString())) {
                return generation;
            }
            pause();
        }
        throw new AssertionError("Not " + states + " after " + WAIT_MAX + ": " + generation(id));
    }

    /** Everything the ledger says to this person. */
    Books books() {
        JsonNode account = get("/v1/account").body();
        List<JsonNode> lines = new ArrayList<>();
        String path = "/v1/account/statement";
        for (int page = 0; page < PAGES_MAX; page++) {
            JsonNode statement = get(path).body();
            statement.get("lines").forEach(lines::add);
            JsonNode next = statement.path("nextCursor");
            if (!next.isString()) {
                return new Books(account, lines);
            }
            path = "/v1/account/statement?cursor=" + encode(next.asString());
        }
        throw new AssertionError("A statement of more than " + PAGES_MAX + " pages");
    }

    long available() {
        return get("/v1/account").body().get("available").asLong();
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
