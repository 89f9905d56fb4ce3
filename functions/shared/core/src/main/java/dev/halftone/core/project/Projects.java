package dev.halftone.core.project;

import dev.halftone.core.account.UserId;
import java.util.List;
import java.util.Optional;

/** The projects of each person. Nobody finds another person's. */
public interface Projects {

    /** Nobody has more, so that all fit into one answer. */
    int PROJECTS_MAX = 100;

    /** What became of a new project. */
    sealed interface CreateOutcome {

        record Created(Project project) implements CreateOutcome {}

        /** It was created before, under the same id; nothing changed now. */
        record Existing(Project project) implements CreateOutcome {}

        /** Its owner has {@link #PROJECTS_MAX}. */
        record TooMany() implements CreateOutcome {}
    }

    /** Keeps a new project, counted against its owner's in the same decision. */
    CreateOutcome create(Project project);

    /** Strongly consistent. */
    Optional<Project> find(UserId owner, ProjectId id);

    /** All of one person's, by their ids. Strongly consistent. */
    List<Project> of(UserId owner);

    /**
     * Gives it this name and direction.
     *
     * @return whether there is such a project
     */
    boolean change(Project changed);

    /**
     * Forgets it; what belonged to it belongs to none then.
     *
     * @return whether this call did; {@code false} if there was none
     */
    boolean delete(UserId owner, ProjectId id);
}
