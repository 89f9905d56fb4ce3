package dev.halftone.sandbox.fal;

import dev.halftone.sandbox.http.Exchange;
import dev.halftone.sandbox.work.Magic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns an accepted POST into a request with its whole future already decided. */
final class Submission {

    private static final Duration MEDIA_LIFETIME_DEFAULT = Duration.ofDays(7);
    private static final JsonMapper JSON = JsonMapper.shared();

    /** In ticks of the pace: a picture takes 3.5 of them, of which the first is the queue. */
    private static final double RUN_TICKS = 2.5;

    private static final double FILM_RUN_TICKS = 7;
    private static final double SLOW_RUN_TICKS = 19;
    private static final double REFUSAL_TICKS = 0.5;

    /** When everybody has given it up. */
    private static final Duration LATE_RUN = Duration.ofMinutes(10);

    private final Duration pace;

    Submission(Duration pace) {
        this.pace = pace;
    }

    /** Whether anything answers there. */
    static boolean isFor(String endpoint) {
        return LipSyncInput.isFor(endpoint)
                || VideoInput.isFor(endpoint)
                || ImageInput.isFor(endpoint);
    }

    /** The body as an object, or nothing. */
    static @Nullable JsonNode body(Exchange exchange) {
        try {
            JsonNode body = JSON.readTree(exchange.body());
            return body.isObject() ? body : null;
        } catch (JacksonException malformed) {
            return null;
        }
    }

    FalRequest accept(Exchange exchange, String endpoint, JsonNode body, Instant now) {
        InputReader.ReadOutcome read =
                LipSyncInput.isFor(endpoint)
                        ? LipSyncInput.read(body)
                        : VideoInput.isFor(endpoint)
                                ? VideoInput.read(endpoint, body)
                                : ImageInput.read(endpoint, body);
        return switch (read) {
            case InputReader.ReadOutcome.Invalid invalid ->
                    request(exchange, endpoint, null, Set.of(), invalid.problems(), now);
            case InputReader.ReadOutcome.Accepted accepted -> {
                FalRequest.Input input = accepted.input();
                Set<Magic> magic = Magic.in(input.prompt());
                yield request(exchange, endpoint, input, magic, List.of(), now);
            }
        };
    }

    private FalRequest request(
            Exchange exchange,
            String endpoint,
            FalRequest.@Nullable Input input,
            Set<Magic> magic,
            List<Map<String, Object>> problems,
            Instant now) {
        String[] segments = endpoint.split("/", -1);
        Instant start = now.plus(pace);
        return new FalRequest(
                UUID.randomUUID().toString(),
                endpoint,
                segments[0] + "/" + segments[1],
                input,
                exchange.query().get("fal_webhook"),
                !"0".equals(exchange.header("X-Fal-Store-IO")),
                mediaLifetime(exchange.header("X-Fal-Object-Lifecycle-Preference")),
                now,
                start,
                end(start, input, magic),
                ending(input, magic),
                magic,
                problems,
                List.of(),
                List.of(),
                false);
    }

    private static FalRequest.Ending ending(FalRequest.@Nullable Input input, Set<Magic> magic) {
        if (input == null) {
            return FalRequest.Ending.INVALID;
        }
        if (magic.contains(Magic.MODERATION)) {
            return FalRequest.Ending.MODERATION;
        }
        // What never ends paints nothing, because it never gets that far.
        if (magic.contains(Magic.FAIL) || magic.contains(Magic.NEVER)) {
            return FalRequest.Ending.FAILURE;
        }
        return magic.contains(Magic.TRUNCATED)
                ? FalRequest.Ending.TRUNCATED_PICTURE
                : FalRequest.Ending.PICTURE;
    }

    private @Nullable Instant end(
            Instant start, FalRequest.@Nullable Input input, Set<Magic> magic) {
        if (magic.contains(Magic.NEVER)) {
            return null;
        }
        if (magic.contains(Magic.LATE)) {
            return start.plus(LATE_RUN);
        }
        return start.plusNanos((long) (pace.toNanos() * ticks(input, magic)));
    }

    private static double ticks(FalRequest.@Nullable Input input, Set<Magic> magic) {
        if (input == null || magic.contains(Magic.MODERATION)) {
            return REFUSAL_TICKS;
        }
        if (magic.contains(Magic.SLOW)) {
            return SLOW_RUN_TICKS;
        }
        return input.seconds() == null ? RUN_TICKS : FILM_RUN_TICKS;
    }

    /** A null duration keeps files for good; an unreadable preference is ignored. */
    private static @Nullable Duration mediaLifetime(@Nullable String preference) {
        if (preference == null) {
            return MEDIA_LIFETIME_DEFAULT;
        }
        try {
            JsonNode seconds = JSON.readTree(preference).path("expiration_duration_seconds");
            if (seconds.isNull()) {
                return null;
            }
            return seconds.isIntegralNumber()
                    ? Duration.ofSeconds(seconds.asLong())
                    : MEDIA_LIFETIME_DEFAULT;
        } catch (JacksonException unreadable) {
            return MEDIA_LIFETIME_DEFAULT;
        }
    }
}
