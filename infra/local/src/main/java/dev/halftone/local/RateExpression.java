package dev.halftone.local;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code rate(5 minutes)}, the one kind of schedule in use here. */
final class RateExpression {
    private static final Pattern RATE =
            Pattern.compile("rate\\((\\d+) (minute|minutes|hour|hours|day|days)\\)");

    private RateExpression() {}

    static Duration interval(String expression, String place) {
        Matcher matcher = RATE.matcher(expression);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Unknown schedule " + expression + " in " + place);
        }
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2).charAt(0)) {
            case 'm' -> Duration.ofMinutes(count);
            case 'h' -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }
}
