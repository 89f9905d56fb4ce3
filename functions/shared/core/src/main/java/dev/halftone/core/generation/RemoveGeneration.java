package dev.halftone.core.generation;

import dev.halftone.core.TransientFailure;
import dev.halftone.core.account.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * Removes what was made and what was asked for, at its owner's wish. The files go first: if that
 * fails the record still names them, and the same wish told again finishes it. They go once more
 * after it. What the ledger knows, the price and the day, stays.
 */
public final class RemoveGeneration {

    private static final int TRIES_MAX = 6;

    private final Generations generations;
    private final RemoveResults results;

    public RemoveGeneration(Generations generations, RemoveResults results) {
        this.generations = generations;
        this.results = results;
    }

    /** What became of the wish. */
    public sealed interface RemoveOutcome {

        /** Nothing is left, since now or since an earlier wish. */
        record Removed() implements RemoveOutcome {}

        /** It has to be cancelled first, or waited for. */
        record StillRunning() implements RemoveOutcome {}

        /** No such generation, or somebody else's. */
        record Unknown() implements RemoveOutcome {}
    }

    public RemoveOutcome remove(GenerationId id, UserId caller, Claim claim, Instant now) {
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            Optional<Generation> found =
                    generations.find(id).filter(generation -> generation.owner().equals(caller));
            if (found.isEmpty()) {
                return new RemoveOutcome.Unknown();
            }
            Generation before = found.get();
            if (before.shelf().isRemoved()) {
                results.removeAll(before);
                return new RemoveOutcome.Removed();
            }
            Optional<Generation> after = before.on(new GenerationEvent.Removed(now));
            if (after.isEmpty()) {
                return new RemoveOutcome.StillRunning();
            }
            results.removeAll(before);
            if (generations.move(before, after.get(), claim)) {
                // A worker that knew nothing of it may have stored a file in between; one that
                // stores from now on finds the generation removed, and forgets it itself.
                results.removeAll(before);
                return new RemoveOutcome.Removed();
            }
        }
        throw new TransientFailure("generations", "moved during every attempt to remove it");
    }
}
