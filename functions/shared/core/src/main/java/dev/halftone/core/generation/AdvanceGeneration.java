package dev.halftone.core.generation;

import dev.halftone.core.generation.GenerationState.Accepted;
import dev.halftone.core.generation.GenerationState.Delivering;
import dev.halftone.core.generation.GenerationState.Failed;
import dev.halftone.core.generation.GenerationState.Running;
import dev.halftone.core.generation.GenerationState.Submitting;
import dev.halftone.core.generation.GenerationState.Succeeded;
import java.time.Instant;

/**
 * Takes a generation one step further: submits it, polls it, or stores its result.
 *
 * <p>Every step begins with a claim, one conditional update; whoever loses it does nothing. So
 * messages may be lost, repeated or arrive late, and still one worker acts.
 */
public final class AdvanceGeneration {

    private final SubmitToProvider submitting;
    private final PollProvider polling;
    private final DeliverResult delivering;
    private final ReceiveLateResult late;

    public AdvanceGeneration(
            SubmitToProvider submitting,
            PollProvider polling,
            DeliverResult delivering,
            ReceiveLateResult late) {
        this.submitting = submitting;
        this.polling = polling;
        this.delivering = delivering;
        this.late = late;
    }

    /** Acts for {@code item} on the generation that it names, as just read. */
    public StepOutcome advance(Generation generation, WorkItem item, Claim claim, Instant now) {
        boolean forDelivery = item.stage() == WorkItem.Stage.DELIVERY;
        return switch (generation.state()) {
            case Succeeded _ -> new StepOutcome.Idle("ended");
            case Failed state -> late.receive(generation, state, item, claim, now);
            case Delivering state when forDelivery ->
                    delivering.deliver(generation, state, claim, now);
            case Delivering _ -> new StepOutcome.Idle("belongs to delivery");
            case Accepted _, Submitting _, Running _ when forDelivery ->
                    new StepOutcome.Idle("nothing to deliver yet");
            case Accepted state -> submitting.submit(generation, state, item, claim, now);
            case Submitting state -> submitting.resolve(generation, state, item, claim, now);
            case Running state -> polling.poll(generation, state, item, claim, now);
        };
    }
}
