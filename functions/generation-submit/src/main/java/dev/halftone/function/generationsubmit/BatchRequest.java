package dev.halftone.function.generationsubmit;

import dev.halftone.core.account.SignedIn;
import dev.halftone.core.batch.BatchId;
import dev.halftone.lambda.Body;
import dev.halftone.lambda.Guarded;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.JsonBody;
import java.util.function.BiFunction;

/** What every request about one batch has to pass first. */
final class BatchRequest {
    private BatchRequest() {}

    static HttpResponse about(
            HttpRequest request,
            Guarded guarded,
            BiFunction<SignedIn, BatchId, HttpResponse> then) {
        return switch (guarded) {
            case Guarded.Refused refused -> refused.response();
            case Guarded.Caller caller ->
                    BatchId.parse(request.pathParameter("id"))
                            .map(id -> then.apply(caller.signedIn(), id))
                            .orElseGet(BatchProblems::unknown);
        };
    }

    static <T> HttpResponse about(
            HttpRequest request, Guarded guarded, Class<T> type, WithBody<T> then) {
        return about(
                request,
                guarded,
                (caller, id) ->
                        switch (JsonBody.read(request, type)) {
                            case Body.Invalid<T> invalid -> invalid.response();
                            case Body.Valid<T> valid -> then.answer(caller, id, valid.value());
                        });
    }

    /** Answers a request that has a body. */
    @FunctionalInterface
    interface WithBody<T> {
        HttpResponse answer(SignedIn caller, BatchId id, T body);
    }
}
