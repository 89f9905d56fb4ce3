package dev.halftone.function.generationsubmit;

import dev.halftone.core.IdempotencyKey;
import dev.halftone.core.TraceId;
import dev.halftone.core.account.SignedIn;
import dev.halftone.core.asset.StorageRoom;
import dev.halftone.core.generation.Limit;
import dev.halftone.core.generation.SubmitGeneration;
import dev.halftone.core.generation.SubmitOutcome;
import dev.halftone.core.profile.Profile;
import dev.halftone.lambda.Body;
import dev.halftone.lambda.GenerationLog;
import dev.halftone.lambda.Guarded;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.JsonBody;
import dev.halftone.lambda.Metrics;
import dev.halftone.lambda.Route;
import dev.halftone.lambda.SessionGuard;
import java.time.Clock;
import java.util.Locale;

/** Accepts a generation, once per idempotency key. */
final class SubmitRoute implements Route {
    private final SessionGuard guard;
    private final Profile profile;
    private final SubmitGeneration submitGeneration;
    private final GenerationAnswer answer;
    private final Clock clock;

    SubmitRoute(
            SessionGuard guard, Profile profile, SubmitGeneration submitGeneration, Clock clock) {
        this.guard = guard;
        this.profile = profile;
        this.submitGeneration = submitGeneration;
        this.answer = new GenerationAnswer(profile.catalogue());
        this.clock = clock;
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
        return switch (guard.authenticateAccepted(request, profile)) {
            case Guarded.Refused refused -> refused.response();
            case Guarded.Caller caller ->
                    switch (JsonBody.read(request, SubmitBody.class)) {
                        case Body.Invalid<SubmitBody> invalid -> invalid.response();
                        case Body.Valid<SubmitBody> valid ->
                                request.header("idempotency-key")
                                        .flatMap(IdempotencyKey::parse)
                                        .map(
                                                key ->
                                                        command(
                                                                caller.signedIn(),
                                                                key,
                                                                valid.value(),
                                                                request.trace()))
                                        .map(command -> submit(request, command))
                                        .orElseGet(SubmitProblems::keyRequired);
                    };
        };
    }

    private HttpResponse submit(HttpRequest request, SubmitGeneration.Command command) {
        return answer(submitGeneration.submit(command, clock.instant()), request.locale());
    }

    /** The same for whatever else is submitted as a generation. */
    HttpResponse answer(SubmitOutcome outcome, Locale locale) {
        return switch (outcome) {
            case SubmitOutcome.Accepted accepted -> {
                Metrics.count("generations_accepted");
                GenerationLog.write("Generation accepted", accepted.generation());
                yield answer.with(202, accepted.generation(), locale);
            }
            case SubmitOutcome.Existing existing -> {
                GenerationLog.write("Generation asked for again", existing.generation());
                yield answer.with(200, existing.generation(), locale);
            }
            case SubmitOutcome.Gone _ -> SubmitProblems.removed();
            case SubmitOutcome.KeyReused _ -> SubmitProblems.keyReused();
            case SubmitOutcome.InsufficientCredits insufficient ->
                    SubmitProblems.insufficient(insufficient);
            case SubmitOutcome.InDebt inDebt -> SubmitProblems.inDebt(inDebt);
            case SubmitOutcome.AccountFrozen _ -> SubmitProblems.accountFrozen();
            case SubmitOutcome.CeilingReached reached -> ceilingReached(reached);
            case SubmitOutcome.LimitReached(Limit limit) ->
                    counted("limit_reached", SubmitProblems.limitReached(limit, clock.instant()));
            case SubmitOutcome.OverQuota(StorageRoom.Full full) -> SubmitProblems.overQuota(full);
            case SubmitOutcome.PromptRefused(String rule) ->
                    counted("prompts_refused", SubmitProblems.promptRefused(rule));
            case SubmitOutcome.SafetyCheckUnavailable unavailable ->
                    counted(
                            "safety_check_unavailable",
                            SubmitProblems.safetyCheckUnavailable(unavailable));
            case SubmitOutcome.NobodyMakesIt nobody ->
                    counted(
                            "generations_without_provider",
                            SubmitProblems.providerUnavailable(nobody));
            case SubmitOutcome.UnknownModel _ -> SubmitProblems.unknownModel();
            case SubmitOutcome.Withdrawn _ -> SubmitProblems.withdrawn();
            case SubmitOutcome.Refused refused ->
                    SubmitProblems.unsupported(refused.field(), refused.code());
            case SubmitOutcome.QuoteExpired _ -> SubmitProblems.quoteExpired();
            case SubmitOutcome.QuoteMismatch _ -> SubmitProblems.quoteMismatch();
        };
    }

    private static HttpResponse counted(String metric, HttpResponse refusal) {
        Metrics.count(metric);
        return refusal;
    }

    private HttpResponse ceilingReached(SubmitOutcome.CeilingReached reached) {
        Metrics.count(
                switch (reached.whose()) {
                    case USER -> "user_spend_ceiling_reached";
                    case ALL -> "spend_ceiling_reached";
                });
        return SubmitProblems.ceilingReached(reached, clock.instant());
    }

    private static SubmitGeneration.Command command(
            SignedIn caller, IdempotencyKey key, SubmitBody body, TraceId trace) {
        return new SubmitGeneration.Command(
                caller.user(),
                caller.account(),
                key,
                body.asked(),
                body.prompt(),
                body.quote(),
                trace);
    }
}
