package dev.halftone.function.generationsubmit;

import dev.halftone.core.account.UserId;
import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.generation.CancelGeneration;
import dev.halftone.core.generation.Claim;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.lambda.GenerationLog;
import dev.halftone.lambda.Guarded;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.Route;
import dev.halftone.lambda.SessionGuard;
import java.time.Clock;

/** Stops a generation. Needs no acceptance: whoever may not submit any more may still stop. */
final class CancelRoute implements Route {
    private final SessionGuard guard;
    private final CancelGeneration cancelGeneration;
    private final GenerationAnswer answer;
    private final Clock clock;

    CancelRoute(
            SessionGuard guard,
            CancelGeneration cancelGeneration,
            Catalogue catalogue,
            Clock clock) {
        this.guard = guard;
        this.cancelGeneration = cancelGeneration;
        this.answer = new GenerationAnswer(catalogue);
        this.clock = clock;
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
        return switch (guard.authenticate(request)) {
            case Guarded.Refused refused -> refused.response();
            case Guarded.Caller caller ->
                    GenerationId.parse(request.pathParameter("id"))
                            .map(id -> cancel(request, caller.signedIn().user(), id))
                            .orElseGet(SubmitProblems::unknownGeneration);
        };
    }

    private HttpResponse cancel(HttpRequest request, UserId caller, GenerationId id) {
        Claim claim = new Claim("cancel:" + request.requestId());
        return switch (cancelGeneration.cancel(id, caller, claim, clock.instant())) {
            case CancelGeneration.Outcome.Cancelled cancelled -> {
                GenerationLog.write("Generation cancelled", cancelled.generation());
                yield answer.with(200, cancelled.generation(), request.locale());
            }
            case CancelGeneration.Outcome.Asked asked -> {
                GenerationLog.write("Generation asked to stop", asked.generation());
                yield answer.with(202, asked.generation(), request.locale());
            }
            case CancelGeneration.Outcome.TooLate late ->
                    SubmitProblems.alreadyEnded(late.generation());
            case CancelGeneration.Outcome.Unknown _ -> SubmitProblems.unknownGeneration();
        };
    }
}
