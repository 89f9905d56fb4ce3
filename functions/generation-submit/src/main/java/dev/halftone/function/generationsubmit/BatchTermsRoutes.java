package dev.halftone.function.generationsubmit;

import dev.halftone.core.account.SignedIn;
import dev.halftone.core.batch.Batch;
import dev.halftone.core.batch.BatchId;
import dev.halftone.core.batch.Batches;
import dev.halftone.core.batch.PriceBatch;
import dev.halftone.core.batch.StartBatch;
import dev.halftone.core.profile.Profile;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.SessionGuard;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Says what is to be made of every row: for which price, and then that it be done. */
final class BatchTermsRoutes {
    private final SessionGuard guard;
    private final Profile profile;
    private final Batches batches;
    private final PriceBatch priceBatch;
    private final StartBatch startBatch;
    private final Clock clock;

    BatchTermsRoutes(
            SessionGuard guard,
            Profile profile,
            Batches batches,
            PriceBatch priceBatch,
            StartBatch startBatch,
            Clock clock) {
        this.guard = guard;
        this.profile = profile;
        this.batches = batches;
        this.priceBatch = priceBatch;
        this.startBatch = startBatch;
        this.clock = clock;
    }

    HttpResponse quote(HttpRequest request) {
        return BatchRequest.about(
                request,
                guard.authenticateAccepted(request, profile),
                TermsBody.class,
                this::quote);
    }

    HttpResponse start(HttpRequest request) {
        return BatchRequest.about(
                request,
                guard.authenticateAccepted(request, profile),
                StartBody.class,
                this::start);
    }

    private HttpResponse quote(SignedIn caller, BatchId id, TermsBody body) {
        Instant now = clock.instant();
        Optional<Batch> draft =
                batches.find(id)
                        .filter(batch -> batch.origin().owner().equals(caller.user()))
                        .filter(batch -> !batch.isLapsed(now));
        if (draft.isEmpty()) {
            return BatchProblems.unknown();
        }
        if (!draft.get().isDraft()) {
            return BatchProblems.notNow(draft.get());
        }
        return switch (priceBatch.price(draft.get(), body.wish(), body.template(), now)) {
            case PriceBatch.Outcome.Priced priced ->
                    HttpResponse.json(200, BatchQuoteResource.of(priced.price()));
            case PriceBatch.Outcome other -> BatchProblems.notPriced(other);
        };
    }

    private HttpResponse start(SignedIn caller, BatchId id, StartBody body) {
        StartBatch.Command command =
                new StartBatch.Command(
                        caller.user(), id, body.wish(), body.template(), body.quote());
        return switch (startBatch.start(command, clock.instant())) {
            case StartBatch.Outcome.Started started ->
                    HttpResponse.json(202, BatchResource.of(started.batch()));
            case StartBatch.Outcome.StartedBefore before ->
                    HttpResponse.json(200, BatchResource.of(before.batch()));
            case StartBatch.Outcome.NotADraft not -> BatchProblems.notNow(not.batch());
            case StartBatch.Outcome.Unknown _ -> BatchProblems.unknown();
            case StartBatch.Outcome.NotPriced not -> BatchProblems.notPriced(not.reason());
            case StartBatch.Outcome.Refused refused -> BatchProblems.refused(refused.refusal());
            case StartBatch.Outcome.InsufficientCredits insufficient ->
                    BatchProblems.insufficient(insufficient);
        };
    }
}
