package dev.halftone.lambda;

import dev.halftone.core.TraceId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An HTTP request as the gateway passed it on.
 *
 * @param routeKey method and path pattern of the route that matched
 * @param path the decoded path as the client sent it; for display, never for decisions
 * @param query the first value of every query parameter
 * @param headers by lower-case name
 * @param requestId finds the request in the log
 * @param apiRequestId finds the request in the gateway's access log
 * @param trace the action of a person that the request is part of
 */
public record HttpRequest(
        String routeKey,
        String method,
        String path,
        Map<String, String> pathParameters,
        Map<String, String> query,
        Map<String, String> headers,
        Map<String, String> cookies,
        RawBody body,
        String sourceIp,
        String requestId,
        String apiRequestId,
        TraceId trace) {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    public HttpRequest {
        pathParameters = Map.copyOf(pathParameters);
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
        cookies = Map.copyOf(cookies);
    }

    /** A parameter of the path pattern; the gateway always sends those of the matched route. */
    public String pathParameter(String name) {
        String value = pathParameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The route has no parameter " + name);
        }
        return value;
    }

    public Optional<String> queryParameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    public Optional<String> header(String lowerCaseName) {
        return Optional.ofNullable(headers.get(lowerCaseName));
    }

    public Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    public String acceptLanguage() {
        return headers.getOrDefault("accept-language", "");
    }

    /** The language to answer in, one of those that Halftone speaks. */
    public Locale locale() {
        return Languages.choose(acceptLanguage());
    }

    /** Whether the method promises to change nothing. */
    public boolean isSafe() {
        return SAFE.contains(method);
    }

    /** Leaves out everything that identifies or authenticates a person. */
    @Override
    public String toString() {
        return "HttpRequest[" + routeKey + ", " + requestId + "]";
    }
}
