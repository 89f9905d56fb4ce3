package dev.halftone.function.generationsubmit;

import dev.halftone.core.IdempotencyKey;
import dev.halftone.core.SigningKey;
import dev.halftone.core.account.SignedIn;
import dev.halftone.core.batch.Batch;
import dev.halftone.core.batch.BatchId;
import dev.halftone.core.batch.ParsedSheet;
import dev.halftone.core.batch.SheetReader;
import dev.halftone.core.batch.UploadBatch;
import dev.halftone.core.profile.Profile;
import dev.halftone.lambda.Guarded;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.Route;
import dev.halftone.lambda.SessionGuard;
import java.time.Clock;
import java.util.function.Supplier;

/** Takes a table of products, once per idempotency key. */
final class BatchUploadRoute implements Route {
    private static final String CSV = "text/csv";

    private final SessionGuard guard;
    private final Profile profile;
    private final SheetReader reader;
    private final UploadBatch uploadBatch;
    private final Supplier<SigningKey> key;
    private final Clock clock;

    BatchUploadRoute(
            SessionGuard guard,
            Profile profile,
            SheetReader reader,
            UploadBatch uploadBatch,
            Supplier<SigningKey> key,
            Clock clock) {
        this.guard = guard.taking(CSV);
        this.profile = profile;
        this.reader = reader;
        this.uploadBatch = uploadBatch;
        this.key = key;
        this.clock = clock;
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
        return switch (guard.authenticateAccepted(request, profile)) {
            case Guarded.Refused refused -> refused.response();
            case Guarded.Caller caller ->
                    request.header("idempotency-key")
                            .flatMap(IdempotencyKey::parse)
                            .map(once -> upload(request, caller.signedIn(), once))
                            .orElseGet(SubmitProblems::keyRequired);
        };
    }

    private HttpResponse upload(HttpRequest request, SignedIn caller, IdempotencyKey once) {
        return switch (reader.read(request.body().bytes())) {
            case SheetReader.Reading.Refused refused -> BatchProblems.unreadable(refused.code());
            case SheetReader.Reading.Read read ->
                    store(
                            BatchId.derive(key.get(), caller.user(), once),
                            new Batch.Origin(
                                    caller.user(),
                                    caller.account(),
                                    request.trace(),
                                    clock.instant()),
                            read.parsed());
        };
    }

    private HttpResponse store(BatchId id, Batch.Origin origin, ParsedSheet parsed) {
        return switch (uploadBatch.upload(id, origin, parsed)) {
            case UploadBatch.Outcome.Stored stored ->
                    HttpResponse.json(201, UploadResource.of(stored.batch(), parsed));
            case UploadBatch.Outcome.Existing existing ->
                    HttpResponse.json(200, UploadResource.of(existing.batch(), parsed));
            case UploadBatch.Outcome.KeyReused _ -> SubmitProblems.keyReused();
        };
    }
}
