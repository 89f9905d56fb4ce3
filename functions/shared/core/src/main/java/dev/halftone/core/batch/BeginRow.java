package dev.halftone.core.batch;

import dev.halftone.core.generation.GenerationWish;
import dev.halftone.core.generation.Limit;
import dev.halftone.core.generation.MakeQuote;
import dev.halftone.core.generation.SubmitGeneration;
import dev.halftone.core.generation.SubmitOutcome;
import java.time.Duration;
import java.time.Instant;

/** Submits a row as a person would, for the price that was promised for it. */
public final class BeginRow {

    // An operator changes the price list, and may change it back.
    private static final Duration OFFER_MAY_RETURN = Duration.ofMinutes(15);

    // People remove things when they please, and nobody tells their tables.
    private static final Duration ROOM_MAY_COME = Duration.ofMinutes(15);

    private final MakeQuote quotes;
    private final SubmitGeneration submitGeneration;

    public BeginRow(MakeQuote quotes, SubmitGeneration submitGeneration) {
        this.quotes = quotes;
        this.submitGeneration = submitGeneration;
    }

    /** What became of it. */
    sealed interface Outcome {

        /** Perhaps long ago, by somebody else. */
        record Begun() implements Outcome {}

        /** This row alone cannot be made. */
        record Refused() implements Outcome {}

        /** No row can begin now. */
        record Pause(PauseReason reason, Duration retryAfter) implements Outcome {}
    }

    Outcome begin(Batch batch, SheetRow row, Instant now) {
        Terms terms = batch.agreed();
        if (!(Template.read(terms.template(), batch.sheet().columns())
                instanceof Template.Outcome.Usable usable)) {
            throw new IllegalStateException("A batch was started with a template of its columns");
        }
        String prompt = usable.template().prompt(row);
        return switch (quotes.promised(batch.origin().owner(), terms.wish(), terms.price(), now)) {
            case MakeQuote.Outcome.NotOffered _ ->
                    new Outcome.Pause(PauseReason.MODEL_UNAVAILABLE, OFFER_MAY_RETURN);
            case MakeQuote.Outcome.Quoted quoted ->
                    outcome(
                            submitGeneration.submit(
                                    command(batch, row.number(), prompt, quoted.token()), now),
                            now);
        };
    }

    private static SubmitGeneration.Command command(
            Batch batch, int row, String prompt, String quote) {
        GenerationWish wish = batch.agreed().wish();
        return new SubmitGeneration.Command(
                batch.origin().owner(),
                batch.origin().account(),
                batch.id().ofRow(row, batch.marks().tries(row)),
                wish.asked(),
                prompt,
                quote,
                batch.origin().trace());
    }

    private static Outcome outcome(SubmitOutcome outcome, Instant now) {
        return switch (outcome) {
            // What its owner has removed since had begun all the same.
            case SubmitOutcome.Accepted _, SubmitOutcome.Existing _, SubmitOutcome.Gone _ ->
                    new Outcome.Begun();
            case SubmitOutcome.KeyReused _,
                    SubmitOutcome.Refused _,
                    SubmitOutcome.PromptRefused _ ->
                    new Outcome.Refused();
            case SubmitOutcome.InsufficientCredits _ ->
                    pause(PauseReason.INSUFFICIENT_CREDITS, Duration.ZERO);
            case SubmitOutcome.InDebt _ -> pause(PauseReason.ACCOUNT_IN_DEBT, Duration.ZERO);
            case SubmitOutcome.AccountFrozen _ -> pause(PauseReason.ACCOUNT_FROZEN, Duration.ZERO);
            case SubmitOutcome.CeilingReached reached ->
                    pause(
                            PauseReason.SPEND_CEILING_REACHED,
                            Duration.between(now, reached.resetsAt()));
            case SubmitOutcome.LimitReached(Limit limit) ->
                    pause(PauseReason.LIMIT_REACHED, Duration.between(now, limit.resetsAt()));
            case SubmitOutcome.OverQuota _ -> pause(PauseReason.OVER_QUOTA, ROOM_MAY_COME);
            case SubmitOutcome.SafetyCheckUnavailable unavailable ->
                    pause(PauseReason.SAFETY_CHECK_UNAVAILABLE, unavailable.retryAfter());
            case SubmitOutcome.NobodyMakesIt nobody ->
                    pause(PauseReason.PROVIDER_UNAVAILABLE, nobody.retryAfter());
            case SubmitOutcome.UnknownModel _, SubmitOutcome.Withdrawn _ ->
                    pause(PauseReason.MODEL_UNAVAILABLE, OFFER_MAY_RETURN);
            case SubmitOutcome.QuoteExpired _, SubmitOutcome.QuoteMismatch _ ->
                    throw new IllegalStateException("A promise of this moment holds");
        };
    }

    private static Outcome pause(PauseReason reason, Duration retryAfter) {
        return new Outcome.Pause(reason, retryAfter);
    }
}
