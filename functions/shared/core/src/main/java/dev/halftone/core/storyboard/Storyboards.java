package dev.halftone.core.storyboard;

import dev.halftone.core.account.UserId;
import dev.halftone.core.generation.GenerationId;
import java.util.List;
import java.util.Optional;

/** The storyboards of each person. Nobody finds another person's. */
public interface Storyboards {

    /** Nobody has more, so that all fit into one answer. */
    int STORYBOARDS_MAX = 50;

    /** So many takes one storyboard has; whoever wants more begins another. */
    int TAKES_MAX = 100;

    /** What became of a new storyboard. */
    sealed interface CreateOutcome {

        record Created(Storyboard storyboard) implements CreateOutcome {}

        record Existing(Storyboard storyboard) implements CreateOutcome {}

        /** The person has {@link #STORYBOARDS_MAX}. */
        record TooMany() implements CreateOutcome {}
    }

    /** What became of an edition. */
    sealed interface EditOutcome {

        record Kept(Storyboard storyboard) implements EditOutcome {}

        /** Another edition is the latest; nothing changed now. */
        record Overtaken(Storyboard latest) implements EditOutcome {}

        record Unknown() implements EditOutcome {}
    }

    /** Keeps a new one; told again, it answers with what is kept. */
    CreateOutcome create(Storyboard storyboard);

    /** Strongly consistent. */
    Optional<Storyboard> find(UserId owner, StoryboardId id);

    /** All of one person's, newest first. Strongly consistent. */
    List<Storyboard> of(UserId owner);

    /**
     * Keeps an edition, if the one before it is the latest. Told again, it answers as the first
     * time.
     */
    EditOutcome edit(UserId owner, StoryboardId id, Edition next);

    /** Notes what is asked for a shot; noted again, it is one. */
    void note(UserId owner, StoryboardId id, Take take);

    /** Takes back what was noted. */
    void drop(UserId owner, StoryboardId id, GenerationId generation);

    /** What was asked for the shots, oldest first. Strongly consistent. */
    List<Take> takes(UserId owner, StoryboardId id);

    /**
     * Forgets a storyboard and its takes. What was made of it stays where all generations are.
     *
     * @return whether this call did; {@code false} if there was none
     */
    boolean delete(UserId owner, StoryboardId id);
}
