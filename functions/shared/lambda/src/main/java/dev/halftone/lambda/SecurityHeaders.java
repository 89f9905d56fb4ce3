package dev.halftone.lambda;

import java.util.LinkedHashMap;
import java.util.Map;

/** Headers of every answer, unless the route itself set them. */
final class SecurityHeaders {
    private static final Map<String, String> DEFAULTS =
            Map.of(
                    "cache-control",
                    "no-store",
                    "content-security-policy",
                    "default-src 'none'; frame-ancestors 'none'",
                    "cross-origin-opener-policy",
                    "same-origin",
                    "cross-origin-resource-policy",
                    "same-origin",
                    // With no-referrer, browsers would send "Origin: null" on our own forms.
                    "referrer-policy",
                    "same-origin",
                    "strict-transport-security",
                    "max-age=63072000; includeSubDomains",
                    "x-content-type-options",
                    "nosniff",
                    "x-frame-options",
                    "DENY");

    private SecurityHeaders() {}

    static HttpResponse complete(HttpResponse response) {
        Map<String, String> headers = new LinkedHashMap<>(DEFAULTS);
        headers.putAll(response.headers());
        return new HttpResponse(response.status(), headers, response.cookies(), response.body());
    }
}
