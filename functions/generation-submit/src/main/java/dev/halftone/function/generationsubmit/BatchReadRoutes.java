package dev.halftone.function.generationsubmit;

import dev.halftone.core.Page;
import dev.halftone.core.SigningKey;
import dev.halftone.core.account.UserId;
import dev.halftone.core.batch.Batch;
import dev.halftone.core.batch.BatchRows;
import dev.halftone.core.batch.Batches;
import dev.halftone.core.generation.Generations;
import dev.halftone.lambda.Guarded;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.Problem;
import dev.halftone.lambda.RawBody;
import dev.halftone.lambda.SessionGuard;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A person's own batches, and how every row stands; other people's do not exist here. */
final class BatchReadRoutes {
    private static final int LIMIT = 20;
    private static final int CURSOR_CHARACTERS_MAX = 500;

    private final SessionGuard guard;
    private final Batches batches;
    private final BatchRows rows;
    private final Supplier<SigningKey> key;

    BatchReadRoutes(
            SessionGuard guard,
            Batches batches,
            Generations generations,
            Supplier<SigningKey> key) {
        this.guard = guard;
        this.batches = batches;
        this.rows = new BatchRows(generations);
        this.key = key;
    }

    /** One page of batches, newest first. */
    private record Listed(List<BatchResource> items, @Nullable String nextCursor) {}

    HttpResponse list(HttpRequest request) {
        return switch (guard.authenticate(request)) {
            case Guarded.Refused refused -> refused.response();
            case Guarded.Caller caller -> list(request, caller.signedIn().user());
        };
    }

    private HttpResponse list(HttpRequest request, UserId user) {
        @Nullable String cursor =
                request.queryParameter("cursor").filter(text -> !text.isEmpty()).orElse(null);
        if (cursor != null && cursor.length() > CURSOR_CHARACTERS_MAX) {
            return invalidCursor();
        }
        try {
            Page<Batch> page = batches.list(user, LIMIT, cursor);
            return HttpResponse.json(
                    200,
                    new Listed(
                            page.items().stream().map(BatchResource::of).toList(),
                            page.nextCursor()));
        } catch (IllegalArgumentException e) {
            if (cursor == null) {
                throw e;
            }
            return invalidCursor();
        }
    }

    private static HttpResponse invalidCursor() {
        return Problem.of(400, "invalid_cursor", "This is not a nextCursor of this list.")
                .field("cursor")
                .response();
    }

    HttpResponse one(HttpRequest request) {
        return BatchRequest.about(
                request,
                guard.authenticate(request),
                (caller, id) ->
                        batches.find(id)
                                .filter(batch -> batch.origin().owner().equals(caller.user()))
                                .map(batch -> HttpResponse.json(200, BatchResource.of(batch)))
                                .orElseGet(BatchProblems::unknown));
    }

    HttpResponse result(HttpRequest request) {
        return BatchRequest.about(
                request,
                guard.authenticate(request),
                (caller, id) ->
                        batches.find(id)
                                .filter(batch -> batch.origin().owner().equals(caller.user()))
                                .map(this::table)
                                .orElseGet(BatchProblems::unknown));
    }

    private HttpResponse table(Batch batch) {
        return HttpResponse.bytes(
                        200,
                        "text/csv; charset=utf-8",
                        RawBody.ofText(ResultCsv.text(rows.read(batch, key.get()))))
                .withHeader(
                        "content-disposition", "attachment; filename=\"halftone-catalogue.csv\"");
    }
}
