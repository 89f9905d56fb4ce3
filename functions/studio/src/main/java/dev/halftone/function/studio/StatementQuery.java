package dev.halftone.function.studio;

import dev.halftone.core.ledger.LineGroup;
import dev.halftone.core.ledger.StatementFilter;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.Problem;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which lines of a statement are wanted, or which parameter does not say it. */
sealed interface StatementQuery {
    Pattern GENERATION = Pattern.compile("gen_[A-Za-z0-9_-]{1,80}");

    /**
     * A filter.
     *
     * @param parameters what it was read from, for the address of the following page
     */
    record Valid(StatementFilter filter, Map<String, String> parameters) implements StatementQuery {
        public Valid {
            parameters = Map.copyOf(parameters);
        }
    }

    record Invalid(HttpResponse response) implements StatementQuery {}

    static StatementQuery of(HttpRequest request) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String name : new String[] {"group", "generation", "from", "to"}) {
            request.queryParameter(name)
                    .filter(text -> !text.isEmpty())
                    .ifPresent(text -> given.put(name, text));
        }
        String group = given.get("group");
        if (group != null && LineGroup.labelled(group).isEmpty()) {
            return invalid("invalid_group", "group", "There is no such group of lines.");
        }
        String generation = given.get("generation");
        if (generation != null && !GENERATION.matcher(generation).matches()) {
            return invalid("invalid_generation", "generation", "This is no id of a generation.");
        }
        return switch (DayQuery.of(request)) {
            case DayQuery.Invalid invalid -> new Invalid(invalid.response());
            case DayQuery.Valid days -> valid(group, generation, days, given);
        };
    }

    private static Valid valid(
            @Nullable String group,
            @Nullable String generation,
            DayQuery.Valid days,
            Map<String, String> given) {
        LocalDate from = days.from();
        LocalDate to = days.to();
        return new Valid(
                new StatementFilter(
                        group == null ? null : LineGroup.labelled(group).orElseThrow(),
                        generation,
                        from == null ? null : from.atStartOfDay(ZoneOffset.UTC).toInstant(),
                        to == null
                                ? null
                                : to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()),
                given);
    }

    private static Invalid invalid(String code, String field, String detail) {
        return new Invalid(Problem.of(400, code, detail).field(field).response());
    }
}
