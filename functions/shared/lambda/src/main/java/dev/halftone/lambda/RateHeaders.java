package dev.halftone.lambda;

import dev.halftone.core.ratelimit.AdmitOutcome;
import dev.halftone.core.ratelimit.RateClass;
import java.time.Duration;

/** Tells callers how often they may ask (draft-ietf-httpapi-ratelimit-headers-10). */
final class RateHeaders {
    private static final String POLICY = "ratelimit-policy";
    private static final String LIMIT = "ratelimit";

    private RateHeaders() {}

    static HttpResponse on(HttpResponse response, RateClass kind, int left, Duration untilFull) {
        // What a cache keeps for others counts nobody's requests.
        if (response.headers().getOrDefault("cache-control", "").contains("public")) {
            return response;
        }
        return response.withHeader(
                        POLICY,
                        "\"%s\";q=%d;w=%d"
                                .formatted(
                                        kind.label(),
                                        kind.allowance().burst(),
                                        seconds(kind.allowance().window())))
                .withHeader(
                        LIMIT,
                        "\"%s\";r=%d;t=%d".formatted(kind.label(), left, seconds(untilFull)));
    }

    static HttpResponse refusal(RateClass kind, AdmitOutcome.TooMany many) {
        long wait = Math.max(1, seconds(many.retryAfter()));
        HttpResponse response =
                Problem.of(
                                429,
                                "rate_limited",
                                "Too many requests in a short time. Please wait a moment.")
                        .response()
                        .withHeader("retry-after", Long.toString(wait));
        return on(response, kind, 0, Duration.ofSeconds(wait));
    }

    /** Rounded up: whoever comes back earlier comes in vain. */
    private static long seconds(Duration duration) {
        return Math.ceilDiv(duration.toMillis(), 1000);
    }
}
