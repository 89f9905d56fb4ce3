package dev.halftone.core.generation;

import dev.halftone.core.DependencyFailure;
import dev.halftone.core.generation.GenerationEvent.GivenUp;
import dev.halftone.core.generation.GenerationEvent.PollPutOff;
import dev.halftone.core.generation.GenerationEvent.PollStarted;
import dev.halftone.core.generation.GenerationEvent.Progressed;
import dev.halftone.core.generation.GenerationEvent.ResultReady;
import dev.halftone.core.generation.GenerationState.Running;
import dev.halftone.core.generation.Provider.PollOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks the provider how a generation stands. A poll wins only by moving the time of the next one,
 * and only the winner sends the next message, so chains of messages cannot fork.
 */
public final class PollProvider {

    // What a provider has just taken may be unknown where it is asked. These polls take half a
    // minute, or the time that work usually takes where the provider calls back.
    private static final int NOT_FOUND_POLLS_MAX = 8;
    private static final int NOT_FOUND_POLLS_MAX_IF_RARE = 2;
    private static final int NOT_FOUND_POLLS_MAX_IF_STOPPING = 1;

    private final Generations generations;
    private final ProviderDirectory directory;
    private final EndGeneration ending;
    private final WorkQueue queue;
    private final MoveGeneration moving;

    public PollProvider(
            Generations generations,
            ProviderDirectory directory,
            EndGeneration ending,
            WorkQueue queue) {
        this.generations = generations;
        this.directory = directory;
        this.ending = ending;
        this.queue = queue;
        this.moving = new MoveGeneration(generations);
    }

    StepOutcome poll(Generation before, Running state, WorkItem item, Claim claim, Instant now) {
        boolean woken = item.cause() != WorkItem.Cause.DUE;
        if (!woken && !PollSchedule.isDue(state.nextPollAt(), now)) {
            return new StepOutcome.Idle("not due");
        }
        Duration delay = directory.schedule(before).next(before, state.polls() + 1, now);
        Instant nextPollAt = now.plus(delay);
        Optional<Generation> claimed = before.on(new PollStarted(nextPollAt));
        if (claimed.isEmpty() || !generations.move(before, claimed.get(), claim)) {
            return new StepOutcome.Idle("claimed by another worker");
        }
        Generation generation = claimed.get();
        if (now.isAfter(generation.deadline())) {
            StepOutcome end =
                    giveUp(generation, FailureReason.TIMEOUT, "unfinished at the deadline", now);
            // After the end, which must not depend on it.
            askToStop(generation, state.request());
            return end;
        }
        if (generation.cancelRequested()) {
            askToStop(generation, state.request());
        }
        Provider provider = directory.required(generation).provider();
        return switch (provider.polling().poll(state.request())) {
            case PollOutcome.Working working ->
                    wait(generation, working.queuePosition(), delay, claim);
            case PollOutcome.Unanswered unanswered ->
                    waitAsAsked(generation, unanswered.retryAfter(), delay, claim, now);
            case PollOutcome.NotFound _ when state.polls() < notFoundPollsMax(generation) ->
                    wait(generation, state.queuePosition(), delay, claim);
            case PollOutcome.NotFound not ->
                    giveUp(generation, FailureReason.PROVIDER_ERROR, not.detail(), now);
            case PollOutcome.Completed completed -> ready(generation, completed, claim, now);
            case PollOutcome.Failed failed ->
                    end(
                            generation,
                            new GivenUp(failed.reason(), failed.detail(), failed.objection(), now));
        };
    }

    /** What was just deleted by a wish to stop is not waited for either. */
    private int notFoundPollsMax(Generation generation) {
        if (generation.cancelRequested()) {
            return NOT_FOUND_POLLS_MAX_IF_STOPPING;
        }
        return directory.schedule(generation) instanceof PollSchedule.CalledBack
                ? NOT_FOUND_POLLS_MAX_IF_RARE
                : NOT_FOUND_POLLS_MAX;
    }

    /** Asks again as it would have, or later if the provider wants to be left alone for longer. */
    private StepOutcome waitAsAsked(
            Generation seen, @Nullable Duration asked, Duration delay, Claim claim, Instant now) {
        Duration apart = asked == null ? delay : PollSchedule.apart(seen, asked);
        if (apart.compareTo(delay) <= 0) {
            return wait(seen, queuePosition(seen), delay, claim);
        }
        // Lost to a wish to stop or to another poll, it is not put off: they want an answer soon.
        return seen.on(new PollPutOff(now.plus(apart)))
                .filter(later -> generations.move(seen, later, claim))
                .map(later -> wait(later, queuePosition(later), apart, claim))
                .orElseGet(() -> wait(seen, queuePosition(seen), delay, claim));
    }

    private static @Nullable Integer queuePosition(Generation generation) {
        return generation.state() instanceof Running running ? running.queuePosition() : null;
    }

    private StepOutcome wait(
            Generation seen, @Nullable Integer queuePosition, Duration delay, Claim claim) {
        Generation shown = seen;
        if (seen.state() instanceof Running running
                && !Objects.equals(running.queuePosition(), queuePosition)) {
            // Only for the display, so losing it to a simultaneous change is no loss.
            Optional<Generation> updated = seen.on(new Progressed(queuePosition));
            if (updated.isPresent() && generations.move(seen, updated.get(), claim)) {
                shown = updated.get();
            }
        }
        queue.send(WorkItem.due(seen, WorkItem.Stage.PROVIDER), PollSchedule.untilMessage(delay));
        return new StepOutcome.Advanced(shown);
    }

    private StepOutcome ready(
            Generation seen, PollOutcome.Completed completed, Claim claim, Instant now) {
        Optional<Generation> after =
                moving.move(seen, new ResultReady(completed.results(), now), claim);
        if (after.isEmpty()) {
            return new StepOutcome.Idle("moved on");
        }
        queue.send(WorkItem.due(seen, WorkItem.Stage.DELIVERY), Duration.ZERO);
        return new StepOutcome.Advanced(after.get());
    }

    private void askToStop(Generation generation, ProviderRequest request) {
        try {
            directory.required(generation).provider().cancellation().cancel(request);
        } catch (DependencyFailure _) {
            // A wish, not a condition: the generation ends by poll or deadline all the same, even
            // if its model has left the catalogue.
        }
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
