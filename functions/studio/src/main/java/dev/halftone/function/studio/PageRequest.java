package dev.halftone.function.studio;

import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.Problem;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which page of a list is wanted, or why that cannot be told. */
sealed interface PageRequest {
    /** The most items of one page that is shown. */
    int LIMIT_MAX = 100;

    /** No cursor of ours is longer. */
    int CURSOR_CHARACTERS_MAX = 500;

    Pattern LIMIT = Pattern.compile("[1-9]\\d{0,3}");

    record Valid(int limit, @Nullable String cursor) implements PageRequest {}

    record Invalid(HttpResponse response) implements PageRequest {}

    static PageRequest of(HttpRequest request, int limitDefault, int limitMax) {
        Optional<String> limit = request.queryParameter("limit").filter(text -> !text.isEmpty());
        if (limit.isPresent() && !isLimit(limit.get(), limitMax)) {
            return new Invalid(
                    Problem.of(
                                    400,
                                    "invalid_limit",
                                    "A limit is a number from 1 to " + limitMax + ".")
                            .field("limit")
                            .response());
        }
        Optional<String> cursor = request.queryParameter("cursor").filter(text -> !text.isEmpty());
        if (cursor.isPresent() && cursor.get().length() > CURSOR_CHARACTERS_MAX) {
            return invalidCursor();
        }
        return new Valid(limit.map(Integer::parseInt).orElse(limitDefault), cursor.orElse(null));
    }

    static Invalid invalidCursor() {
        return new Invalid(
                Problem.of(400, "invalid_cursor", "This is not a nextCursor of this list.")
                        .field("cursor")
                        .response());
    }

    private static boolean isLimit(String text, int max) {
        return LIMIT.matcher(text).matches() && Integer.parseInt(text) <= max;
    }
}
