package dev.halftone.core.generation;

import dev.halftone.core.generation.GenerationState.Accepted;
import dev.halftone.core.generation.GenerationState.Delivering;
import dev.halftone.core.generation.GenerationState.Failed;
import dev.halftone.core.generation.GenerationState.Running;
import dev.halftone.core.generation.GenerationState.Submitting;
import dev.halftone.core.generation.GenerationState.Succeeded;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes a generation one step further: submits it, has it made in one call, polls it, stores its
 * result, or has erased what its provider still has of it.
 *
 * <p>Every step begins with a claim, one conditional update; whoever loses it does nothing. So
 * messages may be lost, repeated or arrive late, and still one worker acts.
 */
public final class AdvanceGeneration {

    private final ProviderDirectory directory;
    private final WorkQueue queue;
    private final Steps steps;

    /** One for each kind of step. */
    public record Steps(
            SubmitToProvider submitting,
            CallProvider calling,
            PollProvider polling,
            DeliverResult delivering,
            ReceiveLateResult late,
            EraseAtProvider erasing) {}

    public AdvanceGeneration(ProviderDirectory directory, WorkQueue queue, Steps steps) {
        this.directory = directory;
        this.queue = queue;
        this.steps = steps;
    }

    /** Acts for {@code item} on the generation that it names, as just read. */
    public StepOutcome advance(Generation generation, WorkItem item, Claim claim, Instant now) {
        if (!item.isOf(generation.assignment())) {
            // It had declined, or so it said. Whatever it makes is not what this is waiting for.
            return new StepOutcome.LateDiscarded(generation, "taken by one that had declined");
        }
        boolean forDelivery = item.stage() == WorkItem.Stage.DELIVERY;
        return switch (generation.state()) {
            case Succeeded _ -> erase(generation, item, claim, now);
            case Failed state -> late(generation, state, item, claim, now);
            case Delivering state when forDelivery ->
                    steps.delivering().deliver(generation, state, claim, now);
            case Delivering _ -> new StepOutcome.Idle("belongs to delivery");
            case Accepted _, Submitting _, Running _ when forDelivery ->
                    new StepOutcome.Idle("nothing to deliver yet");
            case Accepted state -> submit(generation, state, item, claim, now);
            case Submitting state -> resolve(generation, state, item, claim, now);
            case Running state -> steps.polling().poll(generation, state, item, claim, now);
        };
    }

    private StepOutcome submit(
            Generation generation, Accepted state, WorkItem item, Claim claim, Instant now) {
        Optional<ProviderDirectory.Direct> direct = directory.direct(generation);
        if (direct.isEmpty()) {
            return steps.submitting().submit(generation, state, item, claim, now);
        }
        return item.stage() == WorkItem.Stage.DIRECT
                ? steps.calling().submit(generation, state, direct.get(), claim, now)
                : elsewhere(generation, item);
    }

    private StepOutcome resolve(
            Generation generation, Submitting state, WorkItem item, Claim claim, Instant now) {
        Optional<ProviderDirectory.Direct> direct = directory.direct(generation);
        if (direct.isEmpty()) {
            return steps.submitting().resolve(generation, state, item, claim, now);
        }
        return item.stage() == WorkItem.Stage.DIRECT
                ? steps.calling().resolve(generation, state, direct.get(), claim, now)
                : elsewhere(generation, item);
    }

    /** A long call would hold up all the short ones of this queue. */
    private StepOutcome elsewhere(Generation generation, WorkItem item) {
        queue.send(item.forDirectCall(generation), Duration.ZERO);
        return new StepOutcome.Idle("goes to the queue of direct calls");
    }

    /** Only a callback brings news; and a provider that answers at once has none. */
    private StepOutcome late(
            Generation generation, Failed state, WorkItem item, Claim claim, Instant now) {
        return item.cause() != WorkItem.Cause.CALLBACK || directory.direct(generation).isPresent()
                ? erase(generation, item, claim, now)
                : steps.late().receive(generation, state, item, claim, now);
    }

    private StepOutcome erase(Generation generation, WorkItem item, Claim claim, Instant now) {
        return item.cause() == WorkItem.Cause.DUE
                        && generation.state().remains() instanceof Remains.ToErase left
                ? steps.erasing().erase(generation, left, claim, now)
                : new StepOutcome.Idle("ended");
    }
}
