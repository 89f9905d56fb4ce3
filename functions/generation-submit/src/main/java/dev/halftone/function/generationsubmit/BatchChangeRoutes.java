package dev.halftone.function.generationsubmit;

import dev.halftone.core.account.SignedIn;
import dev.halftone.core.batch.BatchId;
import dev.halftone.core.batch.ChangeBatch;
import dev.halftone.core.profile.Profile;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.SessionGuard;
import java.time.Clock;

/** Pauses, resumes, cancels and repairs a batch. */
final class BatchChangeRoutes {
    private final SessionGuard guard;
    private final Profile profile;
    private final ChangeBatch changeBatch;
    private final Clock clock;

    BatchChangeRoutes(SessionGuard guard, Profile profile, ChangeBatch changeBatch, Clock clock) {
        this.guard = guard;
        this.profile = profile;
        this.changeBatch = changeBatch;
        this.clock = clock;
    }

    // Whoever may not have anything made any more may still stop it.

    HttpResponse pause(HttpRequest request) {
        return BatchRequest.about(
                request,
                guard.authenticate(request),
                (caller, id) -> change(caller, id, ChangeBatch.Wish.PAUSE));
    }

    HttpResponse cancel(HttpRequest request) {
        return BatchRequest.about(
                request,
                guard.authenticate(request),
                (caller, id) -> change(caller, id, ChangeBatch.Wish.CANCEL));
    }

    HttpResponse resume(HttpRequest request) {
        return BatchRequest.about(
                request,
                guard.authenticateAccepted(request, profile),
                (caller, id) -> change(caller, id, ChangeBatch.Wish.RESUME));
    }

    HttpResponse retry(HttpRequest request) {
        return BatchRequest.about(
                request,
                guard.authenticateAccepted(request, profile),
                (caller, id) -> change(caller, id, ChangeBatch.Wish.RETRY));
    }

    private HttpResponse change(SignedIn caller, BatchId id, ChangeBatch.Wish wish) {
        return switch (changeBatch.change(id, caller.user(), wish, clock.instant())) {
            case ChangeBatch.Outcome.Stands stands ->
                    HttpResponse.json(200, BatchResource.of(stands.batch()));
            case ChangeBatch.Outcome.Unknown _ -> BatchProblems.unknown();
            case ChangeBatch.Outcome.NotNow not -> BatchProblems.notNow(not.batch());
            case ChangeBatch.Outcome.LaneFull _ -> BatchProblems.tooMany();
        };
    }
}
