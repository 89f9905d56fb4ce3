package dev.halftone.function.generationsubmit;

import dev.halftone.core.asset.StorageRoom;
import dev.halftone.core.generation.CheckOutcome;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.Limit;
import dev.halftone.core.generation.SubmitOutcome;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.Problem;
import java.time.Duration;
import java.time.Instant;

/** The refusals of this function, in stable codes. */
final class SubmitProblems {
    private SubmitProblems() {}

    static HttpResponse keyRequired() {
        return Problem.of(
                        400,
                        "idempotency_key_required",
                        "Send an Idempotency-Key of 8 to 128 letters, digits, '-' or '_'.")
                .response();
    }

    static HttpResponse removed() {
        return Problem.of(
                        410,
                        "generation_removed",
                        "This was made before, and you have removed it since.")
                .response();
    }

    static HttpResponse keyReused() {
        return Problem.of(
                        409,
                        "idempotency_key_reused",
                        "This Idempotency-Key was used for another request.")
                .response();
    }

    static HttpResponse insufficient(SubmitOutcome.InsufficientCredits outcome) {
        return Problem.of(402, "insufficient_credits", "There are not enough credits for this.")
                .with("available", outcome.available().amount())
                .with("required", outcome.required().amount())
                .response();
    }

    static HttpResponse inDebt(SubmitOutcome.InDebt outcome) {
        return Problem.of(
                        402,
                        "account_in_debt",
                        "Credits that were taken back had been spent; new ones make up for them.")
                .with("debt", outcome.debt().amount())
                .response();
    }

    static HttpResponse accountFrozen() {
        return Problem.of(
                        403,
                        "account_frozen",
                        "Credits cannot be spent while a payment is in dispute.")
                .response();
    }

    static HttpResponse ceilingReached(SubmitOutcome.CeilingReached outcome, Instant now) {
        long seconds = Math.max(1, Duration.between(now, outcome.resetsAt()).toSeconds());
        String again = " Nothing was charged; please try again after " + outcome.resetsAt() + ".";
        Problem problem =
                switch (outcome.whose()) {
                    case USER ->
                            Problem.of(
                                    503,
                                    "user_spend_ceiling_reached",
                                    "You have had as much made as one person can for now." + again);
                    case ALL ->
                            Problem.of(
                                    503,
                                    "spend_ceiling_reached",
                                    "The studio takes no more work for now." + again);
                };
        return problem.with("resetsAt", outcome.resetsAt())
                .response()
                .withHeader("retry-after", Long.toString(seconds));
    }

    static HttpResponse limitReached(Limit limit, Instant now) {
        long seconds = Math.max(1, Duration.between(now, limit.resetsAt()).toSeconds());
        String what = limit.model() == null ? "" : " with this model";
        String period =
                switch (limit.period()) {
                    case DAY -> "a day";
                    case MONTH -> "a month";
                };
        Problem problem =
                Problem.of(
                                429,
                                "limit_reached",
                                "Your plan has room for %d%s in %s, and they are made. Nothing was charged; please try again after %s."
                                        .formatted(limit.max(), what, period, limit.resetsAt()))
                        .with("period", limit.period().code())
                        .with("limit", limit.max())
                        .with("used", limit.used())
                        .with("resetsAt", limit.resetsAt());
        return (limit.model() == null ? problem : problem.field("model"))
                .response()
                .withHeader("retry-after", Long.toString(seconds));
    }

    static HttpResponse overQuota(StorageRoom.Full full) {
        return Problem.of(
                        409,
                        "over_quota",
                        "There is no room left for what would be made. Nothing was charged; remove"
                                + " something first.")
                .with("bytesUsed", full.use().bytes())
                .with("bytesMax", full.quota().bytes())
                .response();
    }

    static HttpResponse promptRefused(String rule) {
        return Problem.of(
                        422,
                        "prompt_refused",
                        "What this says may not be made here, by the rule "
                                + rule
                                + ". Nothing was charged.")
                .field("prompt")
                .with("rule", rule)
                .response();
    }

    static HttpResponse safetyCheckUnavailable(SubmitOutcome.SafetyCheckUnavailable outcome) {
        return Problem.of(
                        503,
                        "safety_check_unavailable",
                        "Whether this may be made cannot be checked at the moment, so it is not."
                                + " Nothing was charged.")
                .response()
                .withHeader("retry-after", seconds(outcome.retryAfter()));
    }

    /** In whole seconds, rounded up: whoever comes back earlier comes in vain. */
    private static String seconds(Duration retryAfter) {
        return Long.toString(Math.max(1, retryAfter.plusMillis(999).toSeconds()));
    }

    static HttpResponse providerUnavailable(SubmitOutcome.NobodyMakesIt outcome) {
        return Problem.of(
                        503,
                        "provider_unavailable",
                        "Nobody who makes this can be reached at the moment. No credits were"
                                + " taken.")
                .field("model")
                .response()
                .withHeader("retry-after", seconds(outcome.retryAfter()));
    }

    static HttpResponse unknownModel() {
        return Problem.of(404, "unknown_model", "There is no such model.")
                .field("model")
                .response();
    }

    static HttpResponse withdrawn() {
        return Problem.of(
                        409,
                        "model_unavailable",
                        "This model is not on offer for now. Please choose another.")
                .field("model")
                .response();
    }

    static HttpResponse unsupported(String field, String code) {
        return Problem.of(422, code, "The model does not support this value.")
                .field(field)
                .error(new Problem.FieldError(field, code, "Not supported by this model."))
                .response();
    }

    static HttpResponse notOffered(CheckOutcome outcome) {
        return switch (outcome) {
            case CheckOutcome.UnknownModel _ -> unknownModel();
            case CheckOutcome.Withdrawn _ -> withdrawn();
            case CheckOutcome.Unsupported each -> unsupported(each.field(), each.code());
            case CheckOutcome.Valid _ ->
                    throw new IllegalArgumentException("What is offered has a quote");
        };
    }

    static HttpResponse quoteExpired() {
        return Problem.of(409, "quote_expired", "The price has expired, please ask again.")
                .field("quote")
                .response();
    }

    static HttpResponse quoteMismatch() {
        return Problem.of(409, "quote_mismatch", "The quote is not for this request.")
                .field("quote")
                .response();
    }

    static HttpResponse alreadyEnded(Generation generation) {
        return Problem.of(409, "already_ended", "It is too late to stop this.")
                .with("state", generation.state().label())
                .response();
    }

    static HttpResponse unknownGeneration() {
        return Problem.of(404, "unknown_generation", "There is no such generation.").response();
    }
}
