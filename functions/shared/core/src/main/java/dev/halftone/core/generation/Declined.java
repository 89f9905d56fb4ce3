package dev.halftone.core.generation;

import dev.halftone.core.circuit.Sign;
import dev.halftone.core.generation.DirectProvider.Outcome;
import dev.halftone.core.generation.Provider.SubmissionOutcome;
import org.jspecify.annotations.Nullable;

/**
 * What an answer means for others than the order that it answers.
 *
 * @param sign what it says about the way that it came
 * @param why if another provider may get the order: what this one said; {@code null} if none may
 */
record Declined(Sign sign, @Nullable String why) {

    static Declined by(SubmissionOutcome outcome) {
        return switch (outcome) {
            case SubmissionOutcome.Taken _ -> new Declined(Sign.WELL, null);
            case SubmissionOutcome.Refused refused ->
                    refused(refused.reason(), refused.blame(), refused.detail());
            case SubmissionOutcome.Postponed postponed ->
                    postponed(postponed.ours(), postponed.detail());
            case SubmissionOutcome.Unknown _ -> new Declined(Sign.UNWELL, null);
        };
    }

    static Declined by(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Made _ -> new Declined(Sign.WELL, null);
            case Outcome.Refused refused ->
                    refused(refused.reason(), refused.blame(), refused.detail());
            case Outcome.Postponed postponed -> postponed(postponed.ours(), postponed.detail());
            case Outcome.Unknown _ -> new Declined(Sign.UNWELL, null);
        };
    }

    /** The same as its owner may be told. */
    Setback setback() {
        return switch (sign) {
            case KEY_REFUSED -> Setback.KEY_REFUSED;
            case NOT_OFFERED -> Setback.NOT_OFFERED;
            case UNWELL, WELL -> Setback.BUSY;
            case NONE -> Setback.OURS;
        };
    }

    private static Declined refused(FailureReason reason, Blame blame, String detail) {
        return switch (blame) {
            // What was judged was read: the provider works. What it made badly says neither.
            case ORDER -> new Declined(isJudged(reason) ? Sign.WELL : Sign.NONE, null);
            case KEY -> new Declined(Sign.KEY_REFUSED, detail);
            case ENDPOINT -> new Declined(Sign.NOT_OFFERED, detail);
        };
    }

    private static boolean isJudged(FailureReason reason) {
        return reason == FailureReason.MODERATION || reason == FailureReason.INVALID_REQUEST;
    }

    private static Declined postponed(boolean ours, String detail) {
        return ours ? new Declined(Sign.NONE, null) : new Declined(Sign.UNWELL, detail);
    }
}
