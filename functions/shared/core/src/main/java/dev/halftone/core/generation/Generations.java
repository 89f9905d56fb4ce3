package dev.halftone.core.generation;

import dev.halftone.core.Page;
import dev.halftone.core.account.UserId;
import dev.halftone.core.project.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The generations, and the steps of their life that move no credits. */
public interface Generations {

    /** How many lists the due generations are spread over, so that none becomes a hot spot. */
    int DUE_SHARDS = 16;

    /** A generation that somebody must look at. */
    record Due(GenerationId id, WorkItem.Stage stage) {}

    /** Strongly consistent. */
    Optional<Generation> find(GenerationId id);

    /** Those that exist, in no order; strongly consistent, each as of its own moment. */
    default List<Generation> all(List<GenerationId> ids) {
        return ids.stream().map(this::find).flatMap(Optional::stream).toList();
    }

    /**
     * Stores {@code after} if {@code before} is still what is stored.
     *
     * @return whether this claim's change is the stored one; {@code false} means that somebody else
     *     moved first
     */
    boolean move(Generation before, Generation after, Claim claim);

    /**
     * Puts an own generation into a project, or into none, without a word to those who work on it:
     * it changes no revision.
     *
     * @return whether there is such a generation of this owner's that was not removed
     */
    boolean file(GenerationId id, UserId owner, @Nullable ProjectId project);

    /**
     * So many generations are looked at for one page of a history. A page of rare ones may come out
     * short, or empty, and still has a next one.
     */
    int LOOKED_AT_MAX = 400;

    /**
     * The owner's generations that the filter admits, newest first; a new one may be missing for a
     * moment. What a page reads does not grow with the history, and is bounded by {@link
     * #LOOKED_AT_MAX}.
     *
     * @param cursor the next one of an earlier page; it may have been of another filter
     */
    Page<Generation> history(
            UserId owner, HistoryFilter filter, int limit, @Nullable String cursor);

    /** All of the owner's generations. */
    default Page<Generation> history(UserId owner, int limit, @Nullable String cursor) {
        return history(owner, HistoryFilter.ALL, limit, cursor);
    }

    /** Generations of one shard that were due at {@code now}, earliest first. */
    List<Due> due(int shard, Instant now, int limit);
}
