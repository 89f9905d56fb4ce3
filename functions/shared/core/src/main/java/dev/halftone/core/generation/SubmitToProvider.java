package dev.halftone.core.generation;

import dev.halftone.core.DependencyFailure;
import dev.halftone.core.generation.GenerationEvent.GivenUp;
import dev.halftone.core.generation.GenerationEvent.InquiryStarted;
import dev.halftone.core.generation.GenerationEvent.SubmissionAccepted;
import dev.halftone.core.generation.GenerationEvent.SubmissionPostponed;
import dev.halftone.core.generation.GenerationEvent.SubmissionStarted;
import dev.halftone.core.generation.GenerationState.Accepted;
import dev.halftone.core.generation.GenerationState.Submitting;
import dev.halftone.core.generation.Provider.SubmissionOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Gives a generation to its provider. The row comes first, then the call: a call without a row
 * could be paid and forgotten.
 */
public final class SubmitToProvider {

    /** The longest that a provider call may take; the lease outlives it. */
    public static final Duration CALL_TIMEOUT = Duration.ofSeconds(20);

    private static final Duration LEASE = CALL_TIMEOUT.plusSeconds(30);
    // A first call, and at most one more if its outcome stayed unknown.
    private static final int SUBMISSIONS_OF_UNKNOWN_OUTCOME_MAX = 2;

    private final Generations generations;
    private final ProviderDirectory directory;
    private final EndGeneration ending;
    private final WorkQueue queue;
    private final ReassignGeneration reassigning;
    private final MoveGeneration moving;
    private final BringInputs bringing;

    public SubmitToProvider(
            Generations generations,
            ProviderDirectory directory,
            EndGeneration ending,
            WorkQueue queue,
            ReassignGeneration reassigning,
            BringInputs bringing) {
        this.generations = generations;
        this.directory = directory;
        this.ending = ending;
        this.queue = queue;
        this.reassigning = reassigning;
        this.bringing = bringing;
        this.moving = new MoveGeneration(generations);
    }

    StepOutcome submit(
            Generation generation, Accepted state, WorkItem item, Claim claim, Instant now) {
        if (item.providerRequestId() != null) {
            return adopt(generation, item.providerRequestId(), claim, now);
        }
        if (now.isAfter(generation.deadline())) {
            return giveUp(
                    generation, FailureReason.PROVIDER_UNAVAILABLE, "no provider took it", now);
        }
        if (generation.cancelRequested()) {
            return giveUp(generation, FailureReason.CANCELLED, "before submission", now);
        }
        if (!PollSchedule.isDue(state.dueAt(), now)) {
            return new StepOutcome.Idle("not due");
        }
        return bringing(
                generation,
                brought ->
                        claim(generation, claim, now)
                                .map(claimed -> call(claimed, brought, claim, now))
                                .orElseGet(() -> new StepOutcome.Idle("claimed by another worker")),
                now);
    }

    /** Looks for the files before anything is claimed: without them there is no order. */
    private StepOutcome bringing(
            Generation generation, Function<BringInputs.Brought, StepOutcome> step, Instant now) {
        Optional<BringInputs.Brought> opened = bringing.open(generation);
        if (opened.isEmpty()) {
            return giveUp(generation, FailureReason.INVALID_REQUEST, "an input is gone", now);
        }
        try (BringInputs.Brought brought = opened.get()) {
            return step.apply(brought);
        }
    }

    /** A submission is under way, or nobody knows what became of it. */
    StepOutcome resolve(
            Generation generation, Submitting state, WorkItem item, Claim claim, Instant now) {
        if (item.providerRequestId() != null) {
            return adopt(generation, item.providerRequestId(), claim, now);
        }
        if (now.isBefore(state.leaseUntil())) {
            return new StepOutcome.Idle("being submitted");
        }
        if (now.isAfter(generation.deadline())) {
            return giveUp(generation, FailureReason.TIMEOUT, "submission without an answer", now);
        }
        if (generation.cancelRequested()) {
            // Nobody wants the result, so nobody asks for it again.
            return giveUp(generation, FailureReason.CANCELLED, "submission without answer", now);
        }
        Provider provider = directory.required(generation).provider();
        boolean mayResend =
                provider.terms().resendAffordable().contains(generation.request().kind())
                        && state.submissions() < SUBMISSIONS_OF_UNKNOWN_OUTCOME_MAX;
        if (provider.inquiry() == null && !mayResend) {
            return new StepOutcome.Idle("waiting for a callback until the deadline");
        }
        return bringing(
                generation,
                brought ->
                        provider.inquiry() == null
                                ? resend(generation, brought, claim, now)
                                : inquire(generation, brought, mayResend, claim, now),
                now);
    }

    /** Asking costs nothing and a second order may, so the first comes first. */
    private StepOutcome inquire(
            Generation before,
            BringInputs.Brought brought,
            boolean mayResend,
            Claim claim,
            Instant now) {
        Optional<Generation> claimed = claimed(before, new InquiryStarted(now.plus(LEASE)), claim);
        if (claimed.isEmpty()) {
            return new StepOutcome.Idle("claimed by another worker");
        }
        Generation generation = claimed.get();
        SubmissionOutcome outcome;
        try {
            ProviderDirectory.Taker taker = directory.required(generation);
            outcome =
                    Objects.requireNonNull(taker.provider().inquiry())
                            .inquire(taker.order(generation, brought), generation.createdAt());
        } catch (DependencyFailure _) {
            // It will be asked again: a second order could be paid for nothing.
            queue.send(WorkItem.due(generation, WorkItem.Stage.PROVIDER), LEASE);
            return new StepOutcome.Advanced(generation);
        }
        return mayResend && outcome instanceof SubmissionOutcome.Unknown
                ? resend(generation, brought, claim, now)
                : concluded(generation, outcome, claim, now);
    }

    private StepOutcome resend(
            Generation generation, BringInputs.Brought brought, Claim claim, Instant now) {
        return claim(generation, claim, now)
                .<StepOutcome>map(
                        claimed -> new StepOutcome.Resent(call(claimed, brought, claim, now)))
                .orElseGet(() -> new StepOutcome.Idle("claimed by another worker"));
    }

    private Optional<Generation> claim(Generation before, Claim claim, Instant now) {
        return claimed(before, new SubmissionStarted(now.plus(LEASE), now), claim);
    }

    private Optional<Generation> claimed(Generation before, GenerationEvent event, Claim claim) {
        return before.on(event).filter(claimed -> generations.move(before, claimed, claim));
    }

    private StepOutcome call(
            Generation generation, BringInputs.Brought brought, Claim claim, Instant now) {
        ProviderDirectory.Taker taker = directory.required(generation);
        SubmissionOutcome outcome =
                taker.provider().submission().submit(taker.order(generation, brought));
        Declined declined = Declined.by(outcome);
        StepOutcome step =
                reassigning
                        .reassign(generation, declined, claim, now)
                        .orElseGet(() -> concluded(generation, outcome, claim, now));
        return reassigning.remember(declined.sign(), taker.route(), step, now);
    }

    private StepOutcome concluded(
            Generation generation, SubmissionOutcome outcome, Claim claim, Instant now) {
        return switch (outcome) {
            case SubmissionOutcome.Taken taken -> accepted(generation, taken, claim, now);
            case SubmissionOutcome.Refused refused ->
                    end(
                            generation,
                            new GivenUp(
                                    refused.reason(), refused.detail(), refused.objection(), now));
            case SubmissionOutcome.Postponed postponed ->
                    postpone(generation, postponed, claim, now);
            case SubmissionOutcome.Unknown _ -> {
                queue.send(WorkItem.due(generation, WorkItem.Stage.PROVIDER), LEASE);
                yield new StepOutcome.Advanced(generation);
            }
        };
    }

    private StepOutcome adopt(
            Generation generation, String providerRequestId, Claim claim, Instant now) {
        ProviderRequest request = directory.required(generation).request(providerRequestId);
        return accepted(generation, new SubmissionOutcome.Taken(request), claim, now);
    }

    private StepOutcome accepted(
            Generation seen, SubmissionOutcome.Taken taken, Claim claim, Instant now) {
        Duration delay = directory.schedule(seen).next(seen, 0, now);
        SubmissionAccepted event =
                new SubmissionAccepted(
                        taken.request(), taken.queuePosition(), now.plus(delay), now);
        Optional<Generation> running = moving.move(seen, event, claim);
        if (running.isEmpty()) {
            return new StepOutcome.Idle("the provider took it, but it has moved on");
        }
        Generation generation = running.get();
        if (generation.cancelRequested()) {
            queue.send(WorkItem.cancel(generation), Duration.ZERO);
        } else {
            queue.send(
                    WorkItem.due(generation, WorkItem.Stage.PROVIDER),
                    PollSchedule.untilMessage(delay));
        }
        return new StepOutcome.Advanced(generation);
    }

    private StepOutcome postpone(
            Generation seen, SubmissionOutcome.Postponed postponed, Claim claim, Instant now) {
        Duration delay = PollSchedule.afterPostponement(seen, postponed.retryAfter(), now);
        Instant dueAt = now.plus(delay);
        if (dueAt.isAfter(seen.deadline())) {
            return giveUp(seen, FailureReason.PROVIDER_UNAVAILABLE, postponed.detail(), now);
        }
        Setback why = Declined.by(postponed).setback();
        Optional<Generation> waiting =
                moving.move(seen, new SubmissionPostponed(dueAt, why, now), claim);
        if (waiting.isEmpty()) {
            return new StepOutcome.Idle("moved on");
        }
        if (waiting.get().cancelRequested()) {
            return giveUp(waiting.get(), FailureReason.CANCELLED, "before submission", now);
        }
        queue.send(WorkItem.due(seen, WorkItem.Stage.PROVIDER), delay);
        return new StepOutcome.Advanced(waiting.get());
    }

    private StepOutcome giveUp(
            Generation generation, FailureReason reason, String detail, Instant now) {
        return end(generation, new GivenUp(reason, detail, now));
    }

    private StepOutcome end(Generation generation, GivenUp event) {
        return ending.end(generation, event)
                .<StepOutcome>map(StepOutcome.Ended::new)
                .orElseGet(() -> new StepOutcome.Idle("moved on"));
    }
}
