package dev.halftone.core.generation;

import dev.halftone.core.TransientFailure;
import dev.halftone.core.generation.GenerationEvent.DeliveredLate;
import dev.halftone.core.generation.GenerationState.Failed;
import dev.halftone.core.generation.Provider.PollOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Receives a result that its provider reports after the generation has failed. The credits went
 * back and stay there: the result is given away or dropped, as the operator has declared, and never
 * charged.
 */
public final class ReceiveLateResult {

    private final ProviderDirectory directory;
    private final CopyResults copying;
    private final EndGeneration ending;
    private final EraseAtProvider erasing;
    private final WorkQueue queue;
    private final LateResults policy;

    public ReceiveLateResult(
            ProviderDirectory directory,
            CopyResults copying,
            EndGeneration ending,
            EraseAtProvider erasing,
            WorkQueue queue,
            LateResults policy) {
        this.directory = directory;
        this.copying = copying;
        this.ending = ending;
        this.erasing = erasing;
        this.queue = queue;
        this.policy = policy;
    }

    StepOutcome receive(
            Generation generation, Failed state, WorkItem item, Claim claim, Instant now) {
        // An earlier worker may have died after it had copied the result.
        if (copying.forgetIfRemoved(generation)) {
            return new StepOutcome.Idle("removed by its owner");
        }
        // What the provider itself has ended is no news. A hint brings no id, but we may know it.
        boolean mayHaveFinished =
                state.reason().isGivenUp() || state.reason() == FailureReason.CANCELLED;
        String told = item.providerRequestId();
        if (!mayHaveFinished || (told == null && state.request() == null)) {
            return new StepOutcome.Idle("ended");
        }
        Optional<ProviderDirectory.Taker> taker = directory.taker(generation);
        if (taker.isEmpty()) {
            return new StepOutcome.Idle("ended");
        }
        ProviderRequest request =
                told == null ? Objects.requireNonNull(state.request()) : taker.get().request(told);
        return switch (taker.get().provider().polling().poll(request)) {
            case PollOutcome.Completed completed ->
                    policy == LateResults.DELIVER && state.reason().isGivenUp()
                            ? give(generation, request, completed.results(), item, claim, now)
                            : drop(generation, request, "as the profile says", claim, now);
            case PollOutcome.Working _,
                    PollOutcome.Unanswered _,
                    PollOutcome.NotFound _,
                    PollOutcome.Failed _ ->
                    new StepOutcome.Idle("ended");
        };
    }

    private StepOutcome give(
            Generation generation,
            ProviderRequest request,
            List<ProviderMedia> results,
            WorkItem item,
            Claim claim,
            Instant now) {
        if (item.stage() != WorkItem.Stage.DELIVERY) {
            queue.send(item.forDelivery(generation), Duration.ZERO);
            return new StepOutcome.Idle("ended, its late result goes to delivery");
        }
        return switch (copying.copy(generation, results)) {
            case CopyResults.Outcome.Stored stored -> {
                DeliveredLate event = new DeliveredLate(request, stored.media(), now);
                yield ending.give(generation, event, claim)
                        .<StepOutcome>map(StepOutcome.LateDelivered::new)
                        .orElseGet(() -> notGiven(generation));
            }
            case CopyResults.Outcome.Rejected rejected ->
                    drop(generation, request, rejected.detail(), claim, now);
            // Its address is as old as this very step.
            case CopyResults.Outcome.Expired expired ->
                    drop(generation, request, expired.detail(), claim, now);
            // The message comes back a few times; after that somebody looks.
            case CopyResults.Outcome.Missing missing ->
                    throw new TransientFailure("late result", missing.detail());
        };
    }

    /** Either another worker gave it, or its owner removed the generation while it was copied. */
    private StepOutcome notGiven(Generation generation) {
        boolean removed = copying.forgetIfRemoved(ending.current(generation));
        return new StepOutcome.Idle(removed ? "removed by its owner" : "given by another worker");
    }

    private StepOutcome drop(
            Generation generation,
            ProviderRequest request,
            String detail,
            Claim claim,
            Instant now) {
        erasing.drop(generation, request, claim, now);
        return new StepOutcome.LateDiscarded(generation, detail);
    }
}
