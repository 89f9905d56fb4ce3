package dev.halftone.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.TraceId;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class LambdaEntryTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String TO_THE_MILLISECOND =
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";
    private static final String SECRET = "a lighthouse nobody may read about";

    private static final ByteArrayOutputStream PRINTED = new ByteArrayOutputStream();
    private static final PrintStream CONSOLE = System.out;

    private static HandlerDriver driver;

    @BeforeAll
    static void start() {
        System.setOut(new PrintStream(PRINTED, true, StandardCharsets.UTF_8));
        long begun = System.nanoTime();
        driver = HandlerDriver.start(Map.of(), EchoApplication.Handler::new);
        long constructed = System.nanoTime();
        driver.http(event());
        CONSOLE.printf(
                "Handler ready after %d ms, first answer after %d ms more%n",
                (constructed - begun) / 1_000_000, (System.nanoTime() - constructed) / 1_000_000);
    }

    @AfterAll
    static void giveTheConsoleBack() {
        System.setOut(CONSOLE);
    }

    // Goal: nothing that a client sends replaces the event. Method: the two ways in which the
    // framework would let it (reference: a header called payload, and a body that is an array).
    @Test
    void aHeaderCalledPayloadIsOnlyAHeader() {
        HttpAnswer answer = driver.http(event().header("payload", "[{\"rawPath\":\"FORGED\"}]"));

        assertThat(answer.json().get("path").asString()).isEqualTo("/v1/generations");
        assertThat(answer.json().get("payload").asString()).contains("FORGED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"rawPath\":\"FORGED\"},{\"rawPath\":\"FORGED\"}]",
                "[1]",
                "[]",
                "{\"payload\":{\"rawPath\":\"FORGED\"}}"
            })
    void aBodyThatIsAnArrayIsOnlyABody(String body) {
        HttpAnswer answer = driver.http(event().body(body));

        assertThat(answer.json().get("path").asString()).isEqualTo("/v1/generations");
        assertThat(answer.json().get("body").asString()).isEqualTo(body);
    }

    @Test
    void aClientCannotChooseTheFunction() {
        HttpAnswer answer =
                driver.http(
                        event().header("spring.cloud.function.definition", "other")
                                .header("spring.cloud.function.routing-expression", "'other'"));

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void printsNothingOfWhatPeopleSend() {
        driver.http(event().body(SECRET).header("x-note", SECRET).cookie("session", SECRET));

        assertThat(printed()).contains("Request answered").doesNotContain(SECRET);
    }

    @Test
    void everyLineIsAJsonObjectThatNamesTheRequest() {
        driver.http(event());

        String line = printed().lines().filter(each -> each.contains("answered")).findAny().get();
        assertThat(Json.tree(line).get("function_request_id").asString())
                .isEqualTo(HandlerDriver.REQUEST_ID);
        assertThat(Json.tree(line).get("route").asString()).isEqualTo(EchoApplication.ROUTE);
    }

    /** Goal: a line can be placed in time, and beside every other line of what caused it. */
    @Test
    void everyLineSaysWhenHowBadWhereAndForWhichTrace() {
        driver.http(event().header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01"));
        driver.http(event().body("error"));

        List<JsonNode> lines =
                printed()
                        .lines()
                        .filter(line -> line.startsWith("{\"level"))
                        .map(Json::tree)
                        .toList();
        assertThat(lines)
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(
                        line -> {
                            assertThat(line.get("level").asString()).isIn("INFO", "WARN", "ERROR");
                            assertThat(line.get("function_name").asString())
                                    .isEqualTo("test-function");
                            assertThat(line.get("function_request_id").asString())
                                    .isEqualTo(HandlerDriver.REQUEST_ID);
                            assertThat(TraceId.parse(line.get("traceId").asString())).isPresent();
                            assertThat(line.get("timestamp").asString())
                                    .matches(TO_THE_MILLISECOND);
                        })
                .anySatisfy(line -> assertThat(line.get("traceId").asString()).isEqualTo(TRACE));
    }

    /** Method: the tests run in a zone that is hours away from UTC. */
    @Test
    void everyLineCountsItsTimeInUtc() {
        Instant before = Instant.now().minusSeconds(1);
        driver.http(event());

        String line =
                printed().lines().filter(each -> each.contains("answered")).toList().getLast();
        assertThat(TimeZone.getDefault().getRawOffset()).isNotZero();
        assertThat(Instant.parse(Json.tree(line).get("timestamp").asString()))
                .isBetween(before, Instant.now());
    }

    @Test
    void anErrorIsAProblemThatSaysNothing() {
        HttpAnswer answer = driver.http(event().body("error"));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.code()).isEqualTo("internal_error");
        assertThat(answer.body()).contains(HandlerDriver.REQUEST_ID).doesNotContain("secret");
    }

    @Test
    void aFatalErrorFailsTheInvocationAndSaysNothing() {
        assertThatThrownBy(() -> driver.http(event().body("fatal")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    @Test
    void bindsTheInvocation() {
        HttpAnswer answer = driver.http(event());

        assertThat(answer.json().get("requestId").asString()).isEqualTo(HandlerDriver.REQUEST_ID);
        assertThat(answer.json().get("remainingMillis").asInt()).isEqualTo(10_000);
        assertThat(Invocation.CURRENT.isBound()).isFalse();
    }

    @Test
    void aMetricIsALineOfItsOwn() {
        Invocation.traced(
                new TraceId(TRACE),
                () -> {
                    Metrics.count("generations_accepted");
                    return TRACE;
                });

        String line = printed().lines().filter(each -> each.contains("_aws")).findAny().get();
        assertThat(Json.tree(line).get("traceId").asString()).isEqualTo(TRACE);
        assertThat(Json.tree(line).get("generations_accepted").asInt()).isEqualTo(1);
        assertThat(Json.tree(line).at("/_aws/CloudWatchMetrics/0/Metrics/0/Name").asString())
                .isEqualTo("generations_accepted");
        assertThat(Json.tree(line).at("/_aws/Timestamp").asLong()).isPositive();
    }

    private static HttpEvent event() {
        return HttpEvent.read("generation-submit", "submit").routeKey(EchoApplication.ROUTE);
    }

    private static String printed() {
        return PRINTED.toString(StandardCharsets.UTF_8);
    }
}
