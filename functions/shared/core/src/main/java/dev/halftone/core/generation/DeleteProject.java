package dev.halftone.core.generation;

import dev.halftone.core.Page;
import dev.halftone.core.account.UserId;
import dev.halftone.core.generation.RemoveGeneration.RemoveOutcome;
import dev.halftone.core.project.ProjectId;
import dev.halftone.core.project.Projects;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deletes a project, and what belongs to it only if its owner says so. */
public final class DeleteProject {

    // Far below what one request may take, for each is some calls to the store of files.
    private static final int REMOVED_MAX = 20;

    private final Projects projects;
    private final Generations generations;
    private final RemoveGeneration removing;

    public DeleteProject(Projects projects, Generations generations, RemoveGeneration removing) {
        this.projects = projects;
        this.generations = generations;
        this.removing = removing;
    }

    /** How far it is. */
    public sealed interface DeleteOutcome {

        /**
         * The project is gone.
         *
         * @param removed how many generations this call removed
         */
        record Deleted(int removed) implements DeleteOutcome {}

        /** More is left than one call removes; the project stays until the last is gone. */
        record GoOn(int removed) implements DeleteOutcome {}

        /** Something in it is still being made; nothing was removed. */
        record StillRunning() implements DeleteOutcome {}

        /** No such project, or somebody else's. */
        record Unknown() implements DeleteOutcome {}
    }

    /** What belonged to it stays in the history, and belongs to no project. */
    public DeleteOutcome keeping(UserId owner, ProjectId id) {
        return projects.delete(owner, id)
                ? new DeleteOutcome.Deleted(0)
                : new DeleteOutcome.Unknown();
    }

    /** What belongs to it is removed first, a bounded number in one call. */
    public DeleteOutcome withGenerations(UserId owner, ProjectId id, String request, Instant now) {
        if (projects.find(owner, id).isEmpty()) {
            return new DeleteOutcome.Unknown();
        }
        if (!page(owner, id, HistoryFilter.End.RUNNING).items().isEmpty()) {
            return new DeleteOutcome.StillRunning();
        }
        Page<Generation> page = page(owner, id, null);
        for (Generation generation : page.items()) {
            Claim claim = new Claim("remove:" + request + ":" + generation.id());
            if (removing.remove(generation.id(), owner, claim, now)
                    instanceof RemoveOutcome.StillRunning) {
                return new DeleteOutcome.StillRunning();
            }
        }
        if (page.nextCursor() != null) {
            return new DeleteOutcome.GoOn(page.items().size());
        }
        projects.delete(owner, id);
        return new DeleteOutcome.Deleted(page.items().size());
    }

    private Page<Generation> page(UserId owner, ProjectId id, HistoryFilter.@Nullable End state) {
        return generations.history(
                owner,
                new HistoryFilter(null, null, state, id, null, null, List.of()),
                REMOVED_MAX,
                null);
    }
}
