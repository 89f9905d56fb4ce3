package dev.halftone.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.TransientFailure;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HttpFunctionTest {
    private static final String KEY = "POST /v1/generations";

    @Test
    void readsTheRequest() {
        HttpRequest request =
                request(
                        event().header("X-Mixed", "Case")
                                .query("a=1&a=2&b=x%20y&broken=%zz&flag")
                                .pathParameter("id", "gen_1"));

        assertThat(request.routeKey()).isEqualTo(KEY);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/v1/generations");
        assertThat(request.header("x-mixed")).contains("Case");
        assertThat(request.pathParameter("id")).isEqualTo("gen_1");
        assertThat(request.query())
                .isEqualTo(Map.of("a", "1", "b", "x y", "broken", "%zz", "flag", ""));
        assertThat(request.sourceIp()).isEqualTo("203.0.113.7");
        assertThat(request.toString()).doesNotContain("session").doesNotContain("prompt");
    }

    @Test
    void readsCookiesFromListAndHeaderAndKeepsTheFirst() {
        HttpRequest request =
                request(
                        event().cookie("__Host-session", "first.part=kept")
                                .header("cookie", "__Host-session=second; other = x ; junk"));

        assertThat(request.cookies())
                .isEqualTo(Map.of("__Host-session", "first.part=kept", "other", "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001c", "\u000b", "\u1680", "\u2000", "\u2028", "\u3000"})
    void takesNoForeignSpaceForThePaddingOfACookie(String space) {
        HttpRequest listed = request(event().cookie(space + "__Host-planted", "value"));
        HttpRequest inHeader =
                request(event().header("cookie", "a=1;" + space + "__Host-planted=value"));

        assertThat(listed.cookie("__Host-planted")).isEmpty();
        assertThat(inHeader.cookie("__Host-planted")).isEmpty();
    }

    @Test
    void decodesABodyThatTheGatewayTookForBinary() {
        byte[] bytes = {0, 1, (byte) 0xFF};

        assertThat(request(event().base64Body(bytes)).body().bytes()).isEqualTo(bytes);
    }

    @Test
    void writesBinaryAsBase64AndTextAsText() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G'};

        HttpAnswer binary = call(_ -> HttpResponse.bytes(200, "image/png", RawBody.of(png)));
        HttpAnswer text = call(_ -> HttpResponse.bytes(200, "text/html", RawBody.ofText("grün")));

        assertThat(binary.bytes()).isEqualTo(png);
        assertThat(binary.event().get("isBase64Encoded").asBoolean()).isTrue();
        assertThat(text.body()).isEqualTo("grün");
    }

    @Test
    void writesCookiesAndRedirects() {
        HttpAnswer answer =
                call(
                        _ ->
                                HttpResponse.redirect(URI.create("/history"))
                                        .withCookie("a=1; Path=/")
                                        .withCookie("b=2; Path=/"));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("location")).isEqualTo("/history");
        assertThat(answer.cookies()).containsExactly("a=1; Path=/", "b=2; Path=/");
    }

    @Test
    void everyAnswerHasTheSecurityHeadersUnlessTheRouteSaysOtherwise() {
        HttpAnswer plain = call(_ -> HttpResponse.noContent());
        HttpAnswer own =
                call(_ -> HttpResponse.noContent().withHeader("Cache-Control", "no-cache"));

        assertThat(plain.status()).isEqualTo(204);
        assertThat(plain.header("cache-control")).isEqualTo("no-store");
        assertThat(plain.header("content-security-policy")).contains("default-src 'none'");
        assertThat(plain.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(plain.header("strict-transport-security"))
                .isEqualTo("max-age=63072000; includeSubDomains");
        assertThat(plain.header("referrer-policy")).isEqualTo("same-origin");
        assertThat(own.header("cache-control")).isEqualTo("no-cache");
    }

    @Test
    void anUnknownRouteIsAProblem() {
        HttpAnswer answer = call(_ -> HttpResponse.noContent(), event().routeKey("GET /nowhere"));

        assertProblem(answer, 404, "unknown_route");
    }

    /** Protects: one header decides, whatever the route that refuses. */
    @Test
    void saysAProblemInTheLanguageOfTheReader() {
        HttpEvent nowhere = event().routeKey("GET /nowhere");
        HttpAnswer german =
                call(
                        _ -> HttpResponse.noContent(),
                        nowhere.header("accept-language", "de-AT,de;q=0.9,en;q=0.8"));
        HttpAnswer english = call(_ -> HttpResponse.noContent(), nowhere);

        assertThat(german.json().path("detail").asString())
                .isEqualTo("Unter dieser Adresse ist nichts.");
        assertThat(german.header("content-language")).isEqualTo("de");
        assertThat(english.json().path("detail").asString())
                .isEqualTo("There is nothing at this address.");
        assertThat(english.header("content-language")).isEqualTo("en");
    }

    @Test
    void transientFailuresAskToComeBack() {
        HttpAnswer answer =
                call(
                        _ -> {
                            throw new TransientFailure("dynamodb", "a secret of the store");
                        });

        assertProblem(answer, 503, "temporarily_unavailable");
        assertThat(answer.header("retry-after")).isEqualTo("2");
        assertThat(answer.body()).doesNotContain("secret").doesNotContain("dynamodb");
    }

    @Test
    void permanentFailuresAreABadGateway() {
        HttpAnswer answer =
                call(
                        _ -> {
                            throw new PermanentFailure("fal", "a secret of the provider");
                        });

        assertProblem(answer, 502, "dependency_failed");
        assertThat(answer.body()).doesNotContain("secret").doesNotContain("fal");
    }

    @Test
    void bugsAreInternalErrors() {
        HttpAnswer answer =
                call(
                        _ -> {
                            throw new IllegalStateException("a secret of the code");
                        });

        assertProblem(answer, 500, "internal_error");
        assertThat(answer.body()).doesNotContain("secret");
    }

    @Test
    void anEventThatIsNoneIsAnInternalError() {
        byte[] answer =
                new HttpFunction(Map.of())
                        .apply(new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)));

        assertProblem(answer(answer), 500, "internal_error");
    }

    @Test
    void aProblemHasItsOwnMembers() {
        HttpAnswer answer =
                call(
                        _ ->
                                Problem.of(402, "insufficient_credits", "Not enough.")
                                        .with("required", 4)
                                        .field("quote")
                                        .error(new Problem.FieldError("quote", "x", "y"))
                                        .response());

        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        assertThat(answer.body())
                .isEqualTo(
                        """
                        {"type":"about:blank","title":"Payment Required","status":402,\
                        "code":"insufficient_credits","detail":"Not enough.","required":4,\
                        "field":"quote","requestId":"none",\
                        "traceId":"6919f2e0000000000000000000000008",\
                        "errors":[{"field":"quote","code":"x","detail":"y"}]}\
                        """);
    }

    private static void assertProblem(HttpAnswer answer, int status, String code) {
        JsonNode problem = answer.json();
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.propertyNames())
                .contains("type", "title", "status", "code", "detail", "requestId");
    }

    private static HttpRequest request(HttpEvent event) {
        AtomicReference<HttpRequest> seen = new AtomicReference<>();
        call(
                request -> {
                    seen.set(request);
                    return HttpResponse.noContent();
                },
                event);
        return Objects.requireNonNull(seen.get());
    }

    private static HttpAnswer call(Route route) {
        return call(route, event());
    }

    private static HttpAnswer call(Route route, HttpEvent event) {
        return answer(
                new HttpFunction(Map.of(KEY, route))
                        .apply(new ByteArrayInputStream(event.bytes())));
    }

    private static HttpAnswer answer(byte[] bytes) {
        return new HttpAnswer(JsonMapper.shared().readTree(bytes));
    }

    private static HttpEvent event() {
        return HttpEvent.read("generation-submit", "submit");
    }
}
