package dev.halftone.lambda;

import dev.halftone.core.TraceId;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Requests for tests of single classes. */
final class Requests {
    private Requests() {}

    static HttpRequest json(byte[] body) {
        return request("POST", Map.of("content-type", "application/json"), Map.of(), body);
    }

    static HttpRequest json(String body) {
        return json(body.getBytes(StandardCharsets.UTF_8));
    }

    static HttpRequest unsafe(Map<String, String> headers, Map<String, String> cookies) {
        return request("POST", headers, cookies, new byte[0]);
    }

    static HttpRequest get(Map<String, String> cookies) {
        return request("GET", Map.of(), cookies, new byte[0]);
    }

    static HttpRequest withHeader(HttpRequest request, String name, String value) {
        Map<String, String> headers = new LinkedHashMap<>(request.headers());
        headers.put(name, value);
        return request(request.method(), headers, request.cookies(), request.body().bytes());
    }

    private static HttpRequest request(
            String method, Map<String, String> headers, Map<String, String> cookies, byte[] body) {
        return new HttpRequest(
                method + " /v1/test",
                method,
                "/v1/test",
                Map.of(),
                Map.of(),
                headers,
                cookies,
                RawBody.of(body),
                "203.0.113.7",
                "request-1",
                "api-request-1",
                new TraceId("7ace".repeat(8)));
    }
}
