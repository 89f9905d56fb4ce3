package dev.halftone.core.generation;

import dev.halftone.core.asset.StorageRoom;
import dev.halftone.core.ledger.Credits;
import java.time.Duration;
import java.time.Instant;

/** What became of a submission. Only {@link Accepted} changed anything. */
public sealed interface SubmitOutcome {

    record Accepted(Generation generation) implements SubmitOutcome {}

    /** The same request was accepted before under the same key. */
    record Existing(Generation generation) implements SubmitOutcome {}

    /** It was accepted before under the same key, and its owner has removed it since. */
    record Gone() implements SubmitOutcome {}

    /** Another request was accepted before under the same key. */
    record KeyReused() implements SubmitOutcome {}

    record InsufficientCredits(Credits available, Credits required) implements SubmitOutcome {}

    /** Credits that were taken back had been spent; they must be made up for first. */
    record InDebt(Credits debt) implements SubmitOutcome {}

    /** Nothing can be spent while a payment is in dispute. */
    record AccountFrozen() implements SubmitOutcome {}

    /**
     * What may be spent at providers is spent.
     *
     * @param resetsAt when there may be room again
     */
    record CeilingReached(Submissions.Whose whose, Instant resetsAt) implements SubmitOutcome {}

    /** As much was made as the person's plan has room for. */
    record LimitReached(Limit limit) implements SubmitOutcome {}

    /** As much is kept for the person as may be; something has to be removed first. */
    record OverQuota(StorageRoom.Full full) implements SubmitOutcome {}

    /**
     * Its words break a rule of safety.
     *
     * @param rule as the checker names it
     */
    record PromptRefused(String rule) implements SubmitOutcome {}

    /** Whether its words may be worked on could not be found out; it may after that time. */
    record SafetyCheckUnavailable(Duration retryAfter) implements SubmitOutcome {}

    /** Nobody who makes it takes orders; it may be different after that time. */
    record NobodyMakesIt(Duration retryAfter) implements SubmitOutcome {}

    record UnknownModel(String model) implements SubmitOutcome {}

    /** A model that is not on offer for now, because it would cost us more than it brings in. */
    record Withdrawn(String model) implements SubmitOutcome {}

    /** A field that the model does not support, or a prompt that is none. */
    record Refused(String field, String code) implements SubmitOutcome {}

    record QuoteExpired() implements SubmitOutcome {}

    /** Not a quote of ours, or one for another user or other parameters. */
    record QuoteMismatch() implements SubmitOutcome {}
}
