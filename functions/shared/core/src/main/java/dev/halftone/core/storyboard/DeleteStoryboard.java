package dev.halftone.core.storyboard;

import dev.halftone.core.account.UserId;
import dev.halftone.core.generation.Claim;
import dev.halftone.core.generation.RemoveGeneration;
import dev.halftone.core.generation.RemoveGeneration.RemoveOutcome;
import java.time.Instant;
import java.util.Optional;

/**
 * Deletes a storyboard with every word of it, its plan included. What was made of its shots stays
 * in the history.
 */
public final class DeleteStoryboard {

    private final Storyboards storyboards;
    private final RemoveGeneration removeGeneration;

    public DeleteStoryboard(Storyboards storyboards, RemoveGeneration removeGeneration) {
        this.storyboards = storyboards;
        this.removeGeneration = removeGeneration;
    }

    /** What became of the wish. */
    public sealed interface Outcome {

        record Deleted() implements Outcome {}

        /** Its plan has to end first. */
        record StillPlanning() implements Outcome {}

        record Unknown() implements Outcome {}
    }

    public Outcome delete(UserId owner, StoryboardId id, Claim claim, Instant now) {
        Optional<Storyboard> found = storyboards.find(owner, id);
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        // The plan goes first: if that fails the storyboard still names it.
        return switch (removeGeneration.remove(found.get().planning(), owner, claim, now)) {
            case RemoveOutcome.StillRunning _ -> new Outcome.StillPlanning();
            case RemoveOutcome.Removed _, RemoveOutcome.Unknown _ -> {
                storyboards.delete(owner, id);
                yield new Outcome.Deleted();
            }
        };
    }
}
