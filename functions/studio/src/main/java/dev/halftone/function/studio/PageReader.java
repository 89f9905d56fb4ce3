package dev.halftone.function.studio;

import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Reads one page of a list. */
@FunctionalInterface
interface PageReader {
    /**
     * The page as an answer.
     *
     * @throws IllegalArgumentException if the cursor is none of this list
     */
    HttpResponse read(int limit, @Nullable String cursor);

    static HttpResponse answer(
            HttpRequest request, int limitDefault, int limitMax, PageReader reader) {
        return switch (PageRequest.of(request, limitDefault, limitMax)) {
            case PageRequest.Invalid invalid -> invalid.response();
            case PageRequest.Valid valid when valid.cursor() == null ->
                    reader.read(valid.limit(), null);
            case PageRequest.Valid valid -> following(valid, reader);
        };
    }

    private static HttpResponse following(PageRequest.Valid valid, PageReader reader) {
        try {
            return reader.read(valid.limit(), valid.cursor());
        } catch (IllegalArgumentException _) {
            // Cursors are opaque here; only whoever wrote them can tell that one is none.
            return PageRequest.invalidCursor().response();
        }
    }
}
