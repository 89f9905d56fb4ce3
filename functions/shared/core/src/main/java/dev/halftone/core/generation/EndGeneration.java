package dev.halftone.core.generation;

import dev.halftone.core.TransientFailure;
import dev.halftone.core.generation.GenerationEvent.DeliveredAtOnce;
import dev.halftone.core.generation.GenerationEvent.DeliveredLate;
import java.util.Optional;

/** Brings a generation to its end once, whoever else tries at the same time. */
public final class EndGeneration {

    private static final int TRIES_MAX = 6;

    private final Generations generations;
    private final Settlements settlements;
    private final Leaving leaving;

    /** Of generations that no provider has. */
    public EndGeneration(Generations generations, Settlements settlements) {
        this(generations, settlements, Leaving.NOTHING);
    }

    public EndGeneration(Generations generations, Settlements settlements, Leaving leaving) {
        this.generations = generations;
        this.settlements = settlements;
        this.leaving = leaving;
    }

    /**
     * Applies an event that ends the generation.
     *
     * @return the ended generation, or empty if the event no longer means anything because it had
     *     ended, or moved to another state, before
     */
    public Optional<Generation> end(Generation seen, GenerationEvent event) {
        Generation before = seen;
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            Optional<Generation> after =
                    before.on(event).filter(next -> next.state().isTerminal()).map(leaving::part);
            if (after.isEmpty()) {
                return Optional.empty();
            }
            if (settlements.settle(before, after.get())) {
                leaving.announce(after.get());
                return after;
            }
            Optional<Generation> current = generations.find(seen.id());
            if (current.isEmpty()) {
                return Optional.empty();
            }
            before = current.get();
            // What was true of one state is no reason to end another: a poll that answered
            // "failed", or came too late, must not void a result that is being delivered. A result
            // that is stored is one in every state.
            if (!(event instanceof DeliveredAtOnce)
                    && before.state().getClass() != seen.state().getClass()) {
                return Optional.empty();
            }
        }
        throw new TransientFailure("generations", "moved during every attempt to end it");
    }

    /** As it is after whatever happened meanwhile. */
    Generation current(Generation seen) {
        return generations.find(seen.id()).orElse(seen);
    }

    /**
     * Gives away what came after the end; its credits went back and stay there.
     *
     * @return empty if another worker was faster
     */
    Optional<Generation> give(Generation failed, DeliveredLate event, Claim claim) {
        Optional<Generation> given =
                failed.on(event)
                        .map(leaving::part)
                        .filter(after -> generations.move(failed, after, claim));
        given.ifPresent(leaving::announce);
        return given;
    }
}
