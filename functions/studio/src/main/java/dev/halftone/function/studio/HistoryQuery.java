package dev.halftone.function.studio;

import dev.halftone.core.catalogue.MediaKind;
import dev.halftone.core.generation.HistoryFilter;
import dev.halftone.core.project.ProjectId;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which generations of a history are wanted, or which parameter does not say it. */
sealed interface HistoryQuery {
    /** No search is longer, in characters. */
    int SEARCH_CHARACTERS_MAX = 200;

    Pattern MODEL = Pattern.compile("[a-z0-9][a-z0-9._-]{0,79}");
    Pattern SPACE = Pattern.compile("\\s+");

    record Valid(HistoryFilter filter) implements HistoryQuery {}

    record Invalid(HttpResponse response) implements HistoryQuery {}

    static HistoryQuery of(HttpRequest request) {
        String model = given(request, "model");
        if (model != null && !MODEL.matcher(model).matches()) {
            return invalid("invalid_model", "model", "This is no name of a model.");
        }
        String kind = given(request, "kind");
        if (kind != null && isNoneOf(MediaKind.values(), kind)) {
            return invalid("invalid_kind", "kind", "A kind is image, video or text.");
        }
        String state = given(request, "state");
        if (state != null && isNoneOf(HistoryFilter.End.values(), state)) {
            return invalid(
                    "invalid_state",
                    "state",
                    "A state is running, succeeded, failed or cancelled.");
        }
        String project = given(request, "project");
        if (project != null && ProjectId.parse(project).isEmpty()) {
            return invalid("invalid_project", "project", "This is no id of a project.");
        }
        String search = given(request, "search");
        if (search != null && !isSearch(search)) {
            return invalid(
                    "invalid_search",
                    "search",
                    "A search has at most %d words and %d characters."
                            .formatted(HistoryFilter.WORDS_MAX, SEARCH_CHARACTERS_MAX));
        }
        return switch (DayQuery.of(request)) {
            case DayQuery.Invalid invalid -> new Invalid(invalid.response());
            case DayQuery.Valid days ->
                    new Valid(filter(model, kind, state, project, search, days));
        };
    }

    private static HistoryFilter filter(
            @Nullable String model,
            @Nullable String kind,
            @Nullable String state,
            @Nullable String project,
            @Nullable String search,
            DayQuery.Valid days) {
        return new HistoryFilter(
                model,
                kind == null ? null : MediaKind.valueOf(upper(kind)),
                state == null ? null : HistoryFilter.End.valueOf(upper(state)),
                project == null ? null : new ProjectId(project),
                start(days.from()),
                days.to() == null ? null : start(days.to().plusDays(1)),
                search == null ? List.of() : words(search));
    }

    private static String upper(String label) {
        return label.toUpperCase(Locale.ROOT);
    }

    private static @Nullable String given(HttpRequest request, String name) {
        return request.queryParameter(name).filter(text -> !text.isBlank()).orElse(null);
    }

    private static boolean isNoneOf(Enum<?>[] values, String label) {
        return Arrays.stream(values)
                .noneMatch(value -> value.name().toLowerCase(Locale.ROOT).equals(label));
    }

    private static boolean isSearch(String text) {
        return text.length() <= SEARCH_CHARACTERS_MAX
                && words(text).size() <= HistoryFilter.WORDS_MAX;
    }

    private static List<String> words(String text) {
        return SPACE.splitAsStream(text.strip()).toList();
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Invalid invalid(String code, String field, String detail) {
        return new Invalid(Problem.of(400, code, detail).field(field).response());
    }
}
