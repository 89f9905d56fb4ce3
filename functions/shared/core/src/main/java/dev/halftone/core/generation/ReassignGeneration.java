package dev.halftone.core.generation;

import dev.halftone.core.catalogue.Route;
import dev.halftone.core.circuit.Sign;
import dev.halftone.core.circuit.WatchRoutes;
import dev.halftone.core.generation.GenerationEvent.Reassigned;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Gives a generation that its provider surely did not take to the next one, under the same charge;
 * and remembers of every answer what it says about the way that it came. After an order that may
 * have been taken there is never a second provider.
 */
public final class ReassignGeneration {

    private final ChooseRoute choosing;
    private final WatchRoutes watch;
    private final WorkQueue queue;
    private final MoveGeneration moving;

    public ReassignGeneration(
            Generations generations, ChooseRoute choosing, WatchRoutes watch, WorkQueue queue) {
        this.choosing = choosing;
        this.watch = watch;
        this.queue = queue;
        this.moving = new MoveGeneration(generations);
    }

    /**
     * Reassigns it in time.
     *
     * @param declined what the provider's answer means
     * @return empty if nobody else may have it, or if it stays where it is, because there is nobody
     *     else, or because something else has happened to it
     */
    Optional<StepOutcome> reassign(Generation seen, Declined declined, Claim claim, Instant now) {
        String why = declined.why();
        if (why == null || now.isAfter(seen.deadline())) {
            return Optional.empty();
        }
        String from = seen.assignment().provider();
        return choosing.next(seen, now)
                .flatMap(
                        next ->
                                moving.move(
                                        seen, new Reassigned(next, declined.setback(), now), claim))
                .map(
                        after -> {
                            queue.send(WorkItem.due(after, after.stage()), Duration.ZERO);
                            return new StepOutcome.Reassigned(after, from, why);
                        });
    }

    /** Once everything else is done about an answer: this must not endanger what it brought. */
    StepOutcome remember(Sign sign, Route route, StepOutcome outcome, Instant now) {
        watch.saw(sign, route, now);
        return sign == Sign.KEY_REFUSED
                ? new StepOutcome.KeyRefused(route.provider(), outcome)
                : outcome;
    }
}
