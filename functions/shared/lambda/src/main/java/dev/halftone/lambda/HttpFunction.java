package dev.halftone.lambda;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.privacy.LogField;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * A function behind the HTTP gateway: reads the event, finds the route, and turns every failure
 * into a problem that says nothing but its code.
 */
public final class HttpFunction implements Function<InputStream, byte[]> {
    /** What the answer says to quote to support. */
    public static final String TRACE_HEADER = "x-trace-id";

    private static final Logger LOG = LoggerFactory.getLogger(HttpFunction.class);
    private static final String ANSWERED = "Request answered";

    private final Map<String, Route> routes;
    private final RateGate gate;

    /** Routes by key, such as {@code POST /v1/quotes}: exactly those of the template. */
    public HttpFunction(Map<String, Route> routes) {
        this(routes, RateGate.open());
    }

    /** The same, for callers whose requests are counted. */
    public HttpFunction(Map<String, Route> routes, RateGate gate) {
        this.routes = Map.copyOf(routes);
        this.gate = gate;
    }

    @Override
    public byte[] apply(InputStream input) {
        return HttpEvents.write(SecurityHeaders.complete(answer(input)));
    }

    private HttpResponse answer(InputStream input) {
        long begun = System.nanoTime();
        HttpRequest request;
        try {
            request = HttpEvents.request(HttpEvents.read(input));
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            HttpResponse response = failed(e);
            line(response, begun).addKeyValue(LogField.ROUTE.key(), "unread").log(ANSWERED);
            return response;
        }
        return Invocation.traced(
                request.trace(),
                () -> Invocation.readIn(request.locale(), () -> answer(request, begun)));
    }

    private HttpResponse answer(HttpRequest request, long begun) {
        HttpResponse response;
        try {
            response = handle(request);
        } catch (TransientFailure e) {
            response = unavailable(e);
        } catch (PermanentFailure e) {
            response = failedDependency(e);
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            response = failed(e);
        }
        String route = routes.containsKey(request.routeKey()) ? request.routeKey() : "unknown";
        line(response, begun)
                .addKeyValue(LogField.ROUTE.key(), route)
                .addKeyValue(LogField.API_REQUEST.key(), request.apiRequestId())
                .log(ANSWERED);
        return personal(response, request);
    }

    /** What a cache keeps for others is part of nobody's trace, and in nobody's language. */
    private static HttpResponse personal(HttpResponse response, HttpRequest request) {
        if (response.headers().getOrDefault("cache-control", "").contains("public")) {
            return response;
        }
        HttpResponse traced = response.withHeader(TRACE_HEADER, request.trace().value());
        return "application/json".equals(response.headers().get("content-type"))
                ? traced.withHeader("content-language", request.locale().toLanguageTag())
                : traced;
    }

    private static LoggingEventBuilder line(HttpResponse response, long begun) {
        return LOG.atInfo()
                .addKeyValue(LogField.STATUS.key(), response.status())
                .addKeyValue(
                        LogField.DURATION_MILLIS.key(), (System.nanoTime() - begun) / 1_000_000);
    }

    private HttpResponse handle(HttpRequest request) {
        Route route = routes.get(request.routeKey());
        return route == null ? unknownRoute() : gate.answer(request, route);
    }

    private static HttpResponse failed(Throwable failure) {
        LOG.error("Request failed", failure);
        return Problem.of(500, "internal_error", "Something went wrong here.").response();
    }

    /** The answer to an address that leads nowhere. */
    public static HttpResponse unknownRoute() {
        return Problem.of(404, "unknown_route", "There is nothing at this address.").response();
    }

    private static HttpResponse unavailable(TransientFailure failure) {
        LOG.atWarn()
                .addKeyValue(LogField.DEPENDENCY.key(), failure.dependency())
                .setCause(failure)
                .log("A dependency is unavailable");
        long seconds = Math.max(1, failure.retryAfter().toSeconds());
        return Problem.of(503, "temporarily_unavailable", "Please try again in a moment.")
                .response()
                .withHeader("retry-after", Long.toString(seconds));
    }

    private static HttpResponse failedDependency(PermanentFailure failure) {
        LOG.atError()
                .addKeyValue(LogField.DEPENDENCY.key(), failure.dependency())
                .setCause(failure)
                .log("A dependency answered in a way that no retry can mend");
        return Problem.of(502, "dependency_failed", "A service behind this one failed.").response();
    }
}
