package dev.halftone.core.generation;

import dev.halftone.core.DependencyFailure;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.account.UserId;
import dev.halftone.core.generation.GenerationState.Failed;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Stops a generation: at once, with its credits back, while no provider has it; after that the
 * provider is only asked, and the generation ends as the provider ends it.
 */
public final class CancelGeneration {

    private static final int TRIES_MAX = 6;

    private final Generations generations;
    private final EndGeneration ending;
    private final WorkQueue queue;

    public CancelGeneration(Generations generations, EndGeneration ending, WorkQueue queue) {
        this.generations = generations;
        this.ending = ending;
        this.queue = queue;
    }

    /** What became of the wish. */
    public sealed interface Outcome {

        /** It ended because of the wish, this one or the same one told before. */
        record Cancelled(Generation generation) implements Outcome {}

        /** The provider has it and is asked to stop. */
        record Asked(Generation generation) implements Outcome {}

        /** It has ended, or the result is already being stored. */
        record TooLate(Generation generation) implements Outcome {}

        /** No such generation, or somebody else's. */
        record Unknown() implements Outcome {}
    }

    public Outcome cancel(GenerationId id, UserId caller, Claim claim, Instant now) {
        GenerationEvent event = new GenerationEvent.CancelRequested(now);
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            Optional<Generation> found =
                    generations
                            .find(id)
                            .filter(generation -> generation.owner().equals(caller))
                            .filter(generation -> !generation.shelf().isRemoved());
            if (found.isEmpty()) {
                return new Outcome.Unknown();
            }
            Generation before = found.get();
            Optional<Generation> after = before.on(event);
            if (after.isEmpty()) {
                return unchanged(before);
            }
            if (after.get().state().isTerminal()) {
                Optional<Generation> ended = ending.end(before, event);
                if (ended.isPresent()) {
                    return new Outcome.Cancelled(ended.get());
                }
            } else if (generations.move(before, after.get(), claim)) {
                ask(after.get());
                return new Outcome.Asked(after.get());
            }
        }
        throw new TransientFailure("generations", "moved during every attempt to cancel it");
    }

    /** A repeated wish hears again what became of the first: its answer may have been lost. */
    private static Outcome unchanged(Generation generation) {
        if (generation.state() instanceof Failed failed
                && failed.reason() == FailureReason.CANCELLED) {
            return new Outcome.Cancelled(generation);
        }
        return generation.cancelRequested() && !generation.state().isTerminal()
                ? new Outcome.Asked(generation)
                : new Outcome.TooLate(generation);
    }

    private void ask(Generation generation) {
        try {
            queue.send(WorkItem.cancel(generation), Duration.ZERO);
        } catch (DependencyFailure _) {
            // The wish is stored; the next poll asks the provider.
        }
    }
}
