package dev.halftone.core.generation;

import dev.halftone.core.generation.GenerationEvent.Delivered;
import dev.halftone.core.generation.GenerationEvent.DeliveryPostponed;
import dev.halftone.core.generation.GenerationEvent.DeliveryStarted;
import dev.halftone.core.generation.GenerationEvent.GivenUp;
import dev.halftone.core.generation.GenerationEvent.ResultRefreshed;
import dev.halftone.core.generation.GenerationEvent.ResultRejected;
import dev.halftone.core.generation.GenerationState.Delivering;
import dev.halftone.core.generation.Provider.PollOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Copies the results, checks that they are what was asked for, and only then posts the transfer:
 * nothing is charged that was not delivered.
 */
public final class DeliverResult {

    private static final Duration LEASE = Duration.ofSeconds(150);
    private static final int REJECTIONS_MAX = 3;
    // A result has these even past the deadline: neither a crash nor a short outage may lose it.
    private static final int ATTEMPTS_MIN = 3;

    private final Generations generations;
    private final ProviderDirectory directory;
    private final CopyResults copying;
    private final EndGeneration ending;
    private final WorkQueue queue;

    public DeliverResult(
            Generations generations,
            ProviderDirectory directory,
            CopyResults copying,
            EndGeneration ending,
            WorkQueue queue) {
        this.generations = generations;
        this.directory = directory;
        this.copying = copying;
        this.ending = ending;
        this.queue = queue;
    }

    StepOutcome deliver(Generation before, Delivering state, Claim claim, Instant now) {
        if (!PollSchedule.isDue(state.dueAt(), now)) {
            return new StepOutcome.Idle("being delivered");
        }
        if (isTooLate(before, state.attempts(), now)) {
            return giveUp(before, FailureReason.NOT_STORED, "no delivery came to its end", now);
        }
        Optional<Generation> claimed = before.on(new DeliveryStarted(now.plus(LEASE)));
        if (claimed.isEmpty() || !generations.move(before, claimed.get(), claim)) {
            return new StepOutcome.Idle("claimed by another worker");
        }
        Generation generation = claimed.get();
        return switch (copying.copy(generation, state.results())) {
            case CopyResults.Outcome.Stored stored ->
                    ending.end(generation, new Delivered(stored.media(), now))
                            .<StepOutcome>map(StepOutcome.Ended::new)
                            .orElseGet(() -> overtaken(generation));
            case CopyResults.Outcome.Rejected rejected ->
                    rejected(generation, state, rejected.detail(), claim, now);
            case CopyResults.Outcome.Expired expired ->
                    expired(generation, state, expired.detail(), claim, now);
            case CopyResults.Outcome.Missing missing ->
                    postponed(generation, state, missing.detail(), claim, now);
        };
    }

    /** Somebody else ended it while the result was copied, and its owner may have removed it. */
    private StepOutcome overtaken(Generation stored) {
        boolean removed = copying.forgetIfRemoved(ending.current(stored));
        return new StepOutcome.Idle(removed ? "removed by its owner" : "ended by another worker");
    }

    private static boolean isTooLate(Generation generation, int attempts, Instant now) {
        return now.isAfter(generation.deadline()) && attempts >= ATTEMPTS_MIN;
    }

    /**
     * Some providers' addresses live for an hour, and a store may be down for longer: before it
     * counts against a result, the provider is asked where it is now.
     */
    private StepOutcome expired(
            Generation generation, Delivering state, String detail, Claim claim, Instant now) {
        Optional<ProviderDirectory.Taker> taker = directory.taker(generation);
        if (taker.isEmpty()) {
            return rejected(generation, state, detail, claim, now);
        }
        return switch (taker.get().provider().polling().poll(state.request())) {
            case PollOutcome.Completed completed
                    when !completed.results().equals(state.results()) ->
                    refreshed(generation, state, completed.results(), claim, now);
            case PollOutcome.Completed _, PollOutcome.Failed _, PollOutcome.NotFound _ ->
                    rejected(generation, state, detail, claim, now);
            case PollOutcome.Working _, PollOutcome.Unanswered _ ->
                    postponed(generation, state, detail, claim, now);
        };
    }

    /**
     * At once the first time; an address that is born expired must not be asked for in a circle.
     */
    private StepOutcome refreshed(
            Generation generation,
            Delivering state,
            List<ProviderMedia> results,
            Claim claim,
            Instant now) {
        int attempts = state.attempts() + 1;
        if (isTooLate(generation, attempts, now)) {
            return giveUp(generation, FailureReason.NOT_STORED, "addresses expire at once", now);
        }
        Duration delay = attempts == 1 ? Duration.ZERO : PollSchedule.duringOutage(attempts);
        GenerationEvent event = new ResultRefreshed(results, now.plus(delay));
        return later(generation, event, delay, "addresses expired", claim);
    }

    /** A provider rarely sends something better the next time, so it is asked only a few times. */
    private StepOutcome rejected(
            Generation generation, Delivering state, String detail, Claim claim, Instant now) {
        int rejections = state.rejections() + 1;
        if (rejections >= REJECTIONS_MAX) {
            return giveUp(generation, FailureReason.INVALID_RESULT, detail, now);
        }
        Duration delay = PollSchedule.afterRejection(rejections);
        return later(generation, new ResultRejected(now.plus(delay), now), delay, detail, claim);
    }

    /** Storage and networks recover: the result is worth waiting for until the deadline. */
    private StepOutcome postponed(
            Generation generation, Delivering state, String detail, Claim claim, Instant now) {
        int attempts = state.attempts() + 1;
        if (isTooLate(generation, attempts, now)) {
            return giveUp(generation, FailureReason.NOT_STORED, detail, now);
        }
        Duration delay = PollSchedule.duringOutage(attempts);
        return later(generation, new DeliveryPostponed(now.plus(delay), now), delay, detail, claim);
    }

    private StepOutcome later(
            Generation generation,
            GenerationEvent event,
            Duration delay,
            String detail,
            Claim claim) {
        Optional<Generation> after = generation.on(event);
        if (after.isEmpty() || !generations.move(generation, after.get(), claim)) {
            return new StepOutcome.Idle("changed by another worker");
        }
        queue.send(WorkItem.due(generation, WorkItem.Stage.DELIVERY), delay);
        return new StepOutcome.Delayed(after.get(), detail);
    }

    private StepOutcome giveUp(
            Generation generation, FailureReason reason, String detail, Instant now) {
        return end(generation, new GivenUp(reason, detail, now));
    }

    private StepOutcome end(Generation generation, GenerationEvent event) {
        return ending.end(generation, event)
                .<StepOutcome>map(StepOutcome.Ended::new)
                .orElseGet(() -> new StepOutcome.Idle("ended by another worker"));
    }
}
