package dev.halftone.providers;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long a provider asks to wait, within reason. */
public final class RetryAfter {

    /** When it does not say. */
    public static final Duration USUAL = Duration.ofSeconds(5);

    private static final String HEADER = "Retry-After";
    private static final Duration MIN = Duration.ofSeconds(1);
    private static final Duration MAX = Duration.ofSeconds(60);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private final Clock clock;

    public RetryAfter(Clock clock) {
        this.clock = clock;
    }

    /** What an answer asks for, if it does; a date is read by the clock of who names it. */
    static Optional<Duration> asked(ProviderAnswer answer) {
        Optional<ZonedDateTime> sent =
                answer.headers().firstValue("Date").flatMap(RetryAfter::date);
        return answer.headers()
                .firstValue(HEADER)
                .flatMap(value -> delay(value, sent.map(ZonedDateTime::toInstant)))
                .map(RetryAfter::withinReason);
    }

    /** Reads the header of an answer. */
    public Duration of(ProviderAnswer answer) {
        return answer.headers()
                .firstValue(HEADER)
                .flatMap(value -> delay(value, Optional.of(clock.instant())))
                .map(RetryAfter::withinReason)
                .orElse(USUAL);
    }

    /** Between a second and a minute. */
    public static Duration withinReason(Duration asked) {
        if (asked.compareTo(MIN) < 0) {
            return MIN;
        }
        return asked.compareTo(MAX) > 0 ? MAX : asked;
    }

    /** Seconds, or a date. (RFC 9110, section 10.2.3.) */
    private static Optional<Duration> delay(String value, Optional<Instant> now) {
        return SECONDS.matcher(value).matches()
                ? Optional.of(Duration.ofSeconds(Long.parseLong(value)))
                : now.flatMap(
                        from -> date(value).map(date -> Duration.between(from, date.toInstant())));
    }

    private static Optional<ZonedDateTime> date(String value) {
        try {
            return Optional.of(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
