package dev.halftone.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.TraceId;
import dev.halftone.core.privacy.LogField;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.MDC;
import tools.jackson.databind.json.JsonMapper;

/**
 * Protects: every answer names one trace, the caller's own or the gateway's, and nothing forged.
 */
class RequestTraceTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String GATEWAYS = "6919f2e0000000000000000000000008";

    /** Headers that are no trace context, whoever wrote them. */
    static Stream<String> forged() {
        String span = "-00f067aa0ba902b7-01";
        return Stream.of(
                "",
                "nonsense",
                TRACE,
                "01-" + TRACE + span,
                "ff-" + TRACE + span,
                "00-" + "0".repeat(32) + span,
                "00-" + TRACE + "-0000000000000000-01",
                "00-" + TRACE.toUpperCase(Locale.ROOT) + span,
                "00-" + TRACE + span + "-extra",
                "00-" + TRACE + span + ",00-" + TRACE + span,
                " 00-" + TRACE + span,
                "00-" + TRACE + span + "\n",
                "00-" + TRACE.substring(1) + "\"" + span,
                "00-<script>alert(1)</script>" + span,
                "00-" + TRACE + span + "\r\nset-cookie: a=b",
                "00-" + "a".repeat(100_000) + span);
    }

    @Test
    void keepsTheTraceThatTheCallerNames() {
        HttpAnswer answer = call(event().header("Traceparent", traceparent(TRACE)));

        assertThat(answer.header("x-trace-id")).isEqualTo(TRACE);
        assertThat(answer.json().get("traceId").asString()).isEqualTo(TRACE);
    }

    @ParameterizedTest
    @MethodSource("forged")
    void replacesWhatIsForgedByTheGatewaysTraceAndNeverRepeatsIt(String header) {
        HttpAnswer answer = call(event().header("traceparent", header));

        assertThat(answer.header("x-trace-id")).isEqualTo(GATEWAYS);
        assertThat(answer.json().get("traceId").asString()).isEqualTo(GATEWAYS);
        assertThat(answer.event().toString()).doesNotContain(TRACE, "script", "aaaaaaaa", "extra");
    }

    @ParameterizedTest
    @MethodSource("forged")
    void derivesATraceFromTheRequestWhenTheGatewaysIsForgedToo(String header) {
        HttpEvent forged =
                event().header("traceparent", header).header("x-amzn-trace-id", "Root=" + header);

        HttpAnswer answer = call(forged);

        assertThat(answer.header("x-trace-id"))
                .isEqualTo(TraceId.derivedFrom("EXAMPLErequest0008=").value());
    }

    @Test
    void findsTheRootAmongTheGatewaysFields() {
        String header =
                "Self=1-67891234-12456789abcdef012345678;"
                        + "Root=1-67891233-abcdef012345678912345678;Sampled=0";

        assertThat(RequestTrace.of(Map.of("x-amzn-trace-id", header), "id"))
                .isEqualTo(new TraceId("67891233abcdef012345678912345678"));
    }

    // A picture in a shared cache would hand the trace of one person to all others.
    @Test
    void saysNoTraceOnWhatCachesKeepForOthers() {
        HttpAnswer answer =
                call(event(), _ -> HttpResponse.noContent().withHeader("cache-control", "public"));

        assertThat(answer.event().at("/headers/x-trace-id").isMissingNode()).isTrue();
    }

    @Test
    void namesTheTraceToEveryLineOfTheRequestAndToNoneAfterIt() {
        AtomicReference<String> during = new AtomicReference<>();

        call(
                event().header("traceparent", traceparent(TRACE)),
                _ -> {
                    during.set(MDC.get(LogField.TRACE.key()));
                    return HttpResponse.noContent();
                });

        assertThat(during.get()).isEqualTo(TRACE);
        assertThat(MDC.get(LogField.TRACE.key())).isNull();
    }

    private static String traceparent(String trace) {
        return "00-" + trace + "-00f067aa0ba902b7-01";
    }

    private static HttpAnswer call(HttpEvent event) {
        return call(event, _ -> Problem.of(404, "unknown", "Nothing.").response());
    }

    private static HttpAnswer call(HttpEvent event, Route route) {
        byte[] answer =
                new HttpFunction(Map.of("POST /v1/generations", route))
                        .apply(new ByteArrayInputStream(event.bytes()));
        return new HttpAnswer(JsonMapper.shared().readTree(answer));
    }

    private static HttpEvent event() {
        return HttpEvent.read("generation-submit", "submit");
    }
}
