package dev.halftone.core.generation;

import dev.halftone.core.TemporaryFile;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.generation.DirectProvider.Outcome;
import dev.halftone.core.generation.GenerationEvent.DeliveredAtOnce;
import dev.halftone.core.generation.GenerationEvent.DeliveredLate;
import dev.halftone.core.generation.GenerationEvent.GivenUp;
import dev.halftone.core.generation.GenerationEvent.SubmissionPostponed;
import dev.halftone.core.generation.GenerationEvent.SubmissionStarted;
import dev.halftone.core.generation.GenerationState.Accepted;
import dev.halftone.core.generation.GenerationState.Failed;
import dev.halftone.core.generation.GenerationState.Submitting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Has a {@link DirectProvider} make a generation: claims it, calls, checks and stores what came,
 * and ends it in the same step. What a worker stored before it died is found at its derived key, so
 * no answer that reached our store is asked for again.
 *
 * <p>Nobody can stop such a call. Whoever asks to while it runs gets the credits back when it ends,
 * and what it brought is dropped; so is what comes after it was given up, or it is given away, as
 * the operator has declared.
 */
public final class CallProvider {

    /** Beside the call itself: to check and to store, with pauses if the store does not answer. */
    public static final Duration LEASE_MARGIN = Duration.ofSeconds(30);

    // A first call, and at most one more if its outcome stayed unknown.
    private static final int CALLS_OF_UNKNOWN_OUTCOME_MAX = 2;
    // Between attempts to store: nobody else has the file, so a short outage is waited for.
    private static final List<Duration> STORE_PAUSES =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(6));
    private static final String NOT_TOLD = "not-told";

    private final Generations generations;
    private final CopyResults copying;
    private final EndGeneration ending;
    private final WorkQueue queue;
    private final ReassignGeneration reassigning;
    private final MoveGeneration moving;
    private final Terms terms;

    /**
     * What else the work depends on.
     *
     * @param lateResults what becomes of a result that comes after its credits went back
     * @param bringing the files from which it is made
     */
    public record Terms(
            LateResults lateResults, InstantSource clock, Pause pause, BringInputs bringing) {}

    public CallProvider(
            Generations generations,
            CopyResults copying,
            EndGeneration ending,
            WorkQueue queue,
            ReassignGeneration reassigning,
            Terms terms) {
        this.generations = generations;
        this.copying = copying;
        this.ending = ending;
        this.queue = queue;
        this.reassigning = reassigning;
        this.moving = new MoveGeneration(generations);
        this.terms = terms;
    }

    /** One order as it is worked on. */
    private record Work(DirectProvider provider, ProviderOrder order, Claim claim) {

        Duration lease() {
            return provider.callTimeout().plus(LEASE_MARGIN);
        }
    }

    StepOutcome submit(
            Generation generation,
            Accepted state,
            ProviderDirectory.Direct direct,
            Claim claim,
            Instant now) {
        if (now.isAfter(generation.deadline())) {
            return giveUp(
                    generation, FailureReason.PROVIDER_UNAVAILABLE, "no provider took it", now);
        }
        if (generation.cancelRequested()) {
            return giveUp(generation, FailureReason.CANCELLED, "before the call", now);
        }
        if (!PollSchedule.isDue(state.dueAt(), now)) {
            return new StepOutcome.Idle("not due");
        }
        return bringing(
                generation,
                brought -> {
                    Work work =
                            new Work(direct.provider(), direct.order(generation, brought), claim);
                    return claimed(generation, work, now)
                            .map(claimed -> call(claimed, work))
                            .orElseGet(() -> new StepOutcome.Idle("claimed by another worker"));
                },
                now);
    }

    /** Looks for the files before anything is claimed: without them there is no order. */
    private StepOutcome bringing(
            Generation generation, Function<BringInputs.Brought, StepOutcome> step, Instant now) {
        Optional<BringInputs.Brought> opened = terms.bringing().open(generation);
        if (opened.isEmpty()) {
            return giveUp(generation, FailureReason.INVALID_REQUEST, "an input is gone", now);
        }
        try (BringInputs.Brought brought = opened.get()) {
            return step.apply(brought);
        }
    }

    /** A call is under way, or nobody knows what became of it. */
    StepOutcome resolve(
            Generation generation,
            Submitting state,
            ProviderDirectory.Direct direct,
            Claim claim,
            Instant now) {
        if (now.isBefore(state.leaseUntil())) {
            return new StepOutcome.Idle("being called");
        }
        if (generation.cancelRequested()) {
            return giveUp(generation, FailureReason.CANCELLED, "call without an answer", now);
        }
        CopyResults.Kept found = copying.adopt(generation);
        if (found instanceof CopyResults.Outcome.Stored stored) {
            return end(generation, delivered(unnamed(direct.provider()), stored.media(), now));
        }
        if (now.isAfter(generation.deadline())) {
            return giveUp(generation, FailureReason.TIMEOUT, "call without an answer", now);
        }
        if (found instanceof CopyResults.Outcome.Missing missing) {
            // What we may have already is not ordered again.
            return new StepOutcome.Idle(missing.detail());
        }
        if (!direct.provider().resendAffordable()
                || state.submissions() >= CALLS_OF_UNKNOWN_OUTCOME_MAX) {
            return new StepOutcome.Idle("waiting for the deadline");
        }
        return bringing(
                generation,
                brought -> {
                    Work work =
                            new Work(direct.provider(), direct.order(generation, brought), claim);
                    return claimed(generation, work, now)
                            .<StepOutcome>map(
                                    claimed -> new StepOutcome.Resent(call(claimed, work)))
                            .orElseGet(() -> new StepOutcome.Idle("claimed by another worker"));
                },
                now);
    }

    private Optional<Generation> claimed(Generation before, Work work, Instant now) {
        return before.on(new SubmissionStarted(now.plus(work.lease()), now))
                .filter(claimed -> generations.move(before, claimed, work.claim()));
    }

    private StepOutcome call(Generation generation, Work work) {
        Path file = TemporaryFile.create();
        try {
            long bytesMax = CopyResults.bytesMax(generation.request().kind());
            Outcome outcome = work.provider().call().make(work.order(), file, bytesMax);
            Declined declined = Declined.by(outcome);
            StepOutcome step =
                    reassigned(generation, declined, work)
                            .orElseGet(() -> concluded(generation, outcome, file, work));
            return reassigning.remember(
                    declined.sign(), work.order().route(), step, terms.clock().instant());
        } finally {
            TemporaryFile.delete(file);
        }
    }

    private Optional<StepOutcome> reassigned(Generation generation, Declined declined, Work work) {
        return reassigning.reassign(generation, declined, work.claim(), terms.clock().instant());
    }

    private StepOutcome concluded(Generation generation, Outcome outcome, Path file, Work work) {
        return switch (outcome) {
            case Outcome.Made made ->
                    new StepOutcome.Billed(
                            made.usage(), receive(generation, made.request(), file, work));
            case Outcome.Refused refused ->
                    end(
                            generation,
                            new GivenUp(
                                    refused.reason(),
                                    refused.detail(),
                                    refused.objection(),
                                    terms.clock().instant()));
            case Outcome.Postponed postponed -> postpone(generation, postponed, work);
            case Outcome.Unknown _ -> {
                queue.send(WorkItem.due(generation, WorkItem.Stage.DIRECT), work.lease());
                yield new StepOutcome.Advanced(generation);
            }
        };
    }

    /** Much may have happened during the call: it may be given up by now, or not wanted. */
    private StepOutcome receive(Generation called, ProviderRequest request, Path file, Work work) {
        Generation current = current(called);
        return switch (current.state()) {
            case Accepted _, Submitting _ ->
                    current.cancelRequested()
                            ? unwanted(current)
                            : store(current, request, file, work);
            case Failed failed -> late(current, failed, request, file, work);
            case GenerationState.Succeeded _ ->
                    new StepOutcome.LateDiscarded(current, "delivered by another worker");
            case GenerationState.Running _, GenerationState.Delivering _ ->
                    new StepOutcome.LateDiscarded(current, "another provider has it");
        };
    }

    /** A store that does not answer now must not cost the picture, which nobody else has. */
    private Generation current(Generation called) {
        try {
            return generations.find(called.id()).orElse(called);
        } catch (TransientFailure _) {
            return called;
        }
    }

    private StepOutcome unwanted(Generation generation) {
        String detail = "made after its owner asked to stop";
        return new StepOutcome.Wasted(
                detail,
                giveUp(generation, FailureReason.CANCELLED, detail, terms.clock().instant()));
    }

    private StepOutcome store(
            Generation generation, ProviderRequest request, Path file, Work work) {
        CopyResults.Kept outcome = copying.store(generation, file);
        for (Duration pause : STORE_PAUSES) {
            if (outcome instanceof CopyResults.Outcome.Missing) {
                terms.pause().pause(pause);
                outcome = copying.store(generation, file);
            }
        }
        Instant at = terms.clock().instant();
        return switch (outcome) {
            case CopyResults.Outcome.Stored stored ->
                    ending.end(generation, delivered(request, stored.media(), at))
                            .<StepOutcome>map(StepOutcome.Ended::new)
                            .orElseGet(() -> overtaken(generation, request, file, work));
            case CopyResults.Outcome.Rejected rejected ->
                    wasted(generation, FailureReason.INVALID_RESULT, rejected.detail(), at);
            case CopyResults.Outcome.Missing missing ->
                    wasted(generation, FailureReason.NOT_STORED, missing.detail(), at);
        };
    }

    /** Somebody else ended it between our last look and our end. */
    private StepOutcome overtaken(
            Generation stored, ProviderRequest request, Path file, Work work) {
        Generation current = current(stored);
        return current.state() instanceof Failed failed
                ? late(current, failed, request, file, work)
                : new StepOutcome.Idle("moved on");
    }

    private StepOutcome wasted(
            Generation generation, FailureReason reason, String detail, Instant at) {
        return new StepOutcome.Wasted(detail, giveUp(generation, reason, detail, at));
    }

    /** Its credits went back and stay there. */
    private StepOutcome late(
            Generation failed, Failed state, ProviderRequest request, Path file, Work work) {
        if (copying.forgetIfRemoved(failed)) {
            return new StepOutcome.LateDiscarded(failed, "removed by its owner");
        }
        if (terms.lateResults() != LateResults.DELIVER || !state.reason().isGivenUp()) {
            return new StepOutcome.LateDiscarded(failed, "as the profile says");
        }
        return switch (copying.store(failed, file)) {
            case CopyResults.Outcome.Stored stored ->
                    ending.give(
                                    failed,
                                    new DeliveredLate(
                                            request, stored.media(), terms.clock().instant()),
                                    work.claim())
                            .<StepOutcome>map(StepOutcome.LateDelivered::new)
                            .orElseGet(() -> notGiven(failed));
            case CopyResults.Outcome.Rejected rejected ->
                    new StepOutcome.LateDiscarded(failed, rejected.detail());
            case CopyResults.Outcome.Missing missing ->
                    new StepOutcome.LateDiscarded(failed, missing.detail());
        };
    }

    /** Either another worker gave it, or its owner removed the generation meanwhile. */
    private StepOutcome notGiven(Generation failed) {
        boolean removed = copying.forgetIfRemoved(current(failed));
        return new StepOutcome.Idle(removed ? "removed by its owner" : "given by another worker");
    }

    private StepOutcome postpone(Generation seen, Outcome.Postponed postponed, Work work) {
        Instant now = terms.clock().instant();
        Duration delay = PollSchedule.afterPostponement(seen, postponed.retryAfter(), now);
        Instant dueAt = now.plus(delay);
        if (dueAt.isAfter(seen.deadline())) {
            return giveUp(seen, FailureReason.PROVIDER_UNAVAILABLE, postponed.detail(), now);
        }
        Setback why = Declined.by(postponed).setback();
        Optional<Generation> waiting =
                moving.move(seen, new SubmissionPostponed(dueAt, why, now), work.claim());
        if (waiting.isEmpty()) {
            return new StepOutcome.Idle("moved on");
        }
        if (waiting.get().cancelRequested()) {
            return giveUp(waiting.get(), FailureReason.CANCELLED, "before the call", now);
        }
        queue.send(WorkItem.due(seen, WorkItem.Stage.DIRECT), delay);
        return new StepOutcome.Advanced(waiting.get());
    }

    private static DeliveredAtOnce delivered(
            ProviderRequest request, List<Media> media, Instant at) {
        return new DeliveredAtOnce(request, media, at);
    }

    /** The answer that named the work was lost; what it brought was not. */
    private static ProviderRequest unnamed(DirectProvider provider) {
        return new ProviderRequest(provider.name(), NOT_TOLD, Map.of());
    }

    private StepOutcome giveUp(
            Generation generation, FailureReason reason, String detail, Instant now) {
        return end(generation, new GivenUp(reason, detail, now));
    }

    private StepOutcome end(Generation generation, GenerationEvent event) {
        return ending.end(generation, event)
                .<StepOutcome>map(StepOutcome.Ended::new)
                .orElseGet(() -> new StepOutcome.Idle("moved on"));
    }
}
