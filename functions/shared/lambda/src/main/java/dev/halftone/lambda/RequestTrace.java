package dev.halftone.lambda;

import dev.halftone.core.TraceId;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which trace a request belongs to: the one its caller names, if well-formed (W3C Trace Context),
 * else the gateway's. What is malformed is never repeated to anyone.
 */
final class RequestTrace {
    // Version 00 alone: of a later one we know too little to pass it on.
    private static final Pattern TRACEPARENT =
            Pattern.compile("00-([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    // The gateway's own, whose two parts are a trace id by Amazon's rule.
    private static final Pattern ROOT =
            Pattern.compile("(?:^|;)Root=1-([0-9a-f]{8})-([0-9a-f]{24})(?:;|$)");
    private static final int ROOT_CHARACTERS_MAX = 500;

    private RequestTrace() {}

    static TraceId of(Map<String, String> headers, String apiRequestId) {
        return named(headers.getOrDefault("traceparent", ""))
                .or(() -> gateways(headers.getOrDefault("x-amzn-trace-id", "")))
                .orElseGet(() -> TraceId.derivedFrom(apiRequestId));
    }

    private static Optional<TraceId> named(String traceparent) {
        Matcher matcher = TRACEPARENT.matcher(traceparent);
        return matcher.matches() ? TraceId.parse(matcher.group(1)) : Optional.empty();
    }

    private static Optional<TraceId> gateways(String header) {
        Matcher matcher = ROOT.matcher(header);
        return header.length() <= ROOT_CHARACTERS_MAX && matcher.find()
                ? TraceId.parse(matcher.group(1) + matcher.group(2))
                : Optional.empty();
    }
}
