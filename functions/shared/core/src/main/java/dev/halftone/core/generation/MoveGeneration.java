package dev.halftone.core.generation;

import dev.halftone.core.TransientFailure;
import java.util.Optional;

/** Stores what surely happened, on top of what others may have changed meanwhile. */
final class MoveGeneration {

    private static final int TRIES_MAX = 6;

    private final Generations generations;

    MoveGeneration(Generations generations) {
        this.generations = generations;
    }

    /** The generation after the event, or empty if the event means nothing to it any more. */
    Optional<Generation> move(Generation seen, GenerationEvent event, Claim claim) {
        Optional<Generation> current = Optional.of(seen);
        for (int attempt = 0; attempt < TRIES_MAX && current.isPresent(); attempt++) {
            Optional<Generation> after = current.get().on(event);
            if (after.isEmpty() || generations.move(current.get(), after.get(), claim)) {
                return after;
            }
            current = generations.find(seen.id());
        }
        if (current.isEmpty()) {
            return current;
        }
        throw new TransientFailure("generations", "moved during every attempt");
    }
}
