package dev.halftone.function.studio;

import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The span of days that a list is asked for, in UTC and both included. */
sealed interface DayQuery {
    Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    record Valid(@Nullable LocalDate from, @Nullable LocalDate to) implements DayQuery {}

    record Invalid(HttpResponse response) implements DayQuery {}

    static DayQuery of(HttpRequest request) {
        for (String name : new String[] {"from", "to"}) {
            if (given(request, name).isPresent() && day(request, name).isEmpty()) {
                return invalid(name, "A day looks like 2026-11-30.");
            }
        }
        LocalDate from = day(request, "from").orElse(null);
        LocalDate to = day(request, "to").orElse(null);
        return from != null && to != null && to.isBefore(from)
                ? invalid("to", "The last day is before the first.")
                : new Valid(from, to);
    }

    private static Optional<String> given(HttpRequest request, String name) {
        return request.queryParameter(name).filter(text -> !text.isEmpty());
    }

    private static Optional<LocalDate> day(HttpRequest request, String name) {
        try {
            return given(request, name)
                    .filter(text -> DAY.matcher(text).matches())
                    .map(LocalDate::parse);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Invalid invalid(String field, String detail) {
        return new Invalid(Problem.of(400, "invalid_day", detail).field(field).response());
    }
}
