package dev.halftone.function.studio;

import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Reads one page of a list. */
@FunctionalInterface
interface PageReader {
    /**
     * The page as a resource.
     *
     * @throws IllegalArgumentException if the cursor is none of this list
     */
    Object read(int limit, @Nullable String cursor);

    static HttpResponse answer(HttpRequest request, int limitDefault, PageReader reader) {
        return switch (PageRequest.of(request, limitDefault)) {
            case PageRequest.Invalid invalid -> invalid.response();
            case PageRequest.Valid valid when valid.cursor() == null ->
                    HttpResponse.json(200, reader.read(valid.limit(), null));
            case PageRequest.Valid valid -> following(valid, reader);
        };
    }

    private static HttpResponse following(PageRequest.Valid valid, PageReader reader) {
        try {
            return HttpResponse.json(200, reader.read(valid.limit(), valid.cursor()));
        } catch (IllegalArgumentException _) {
            // Cursors are opaque here; only whoever wrote them can tell that one is none.
            return PageRequest.invalidCursor().response();
        }
    }
}
