package dev.halftone.core.batch;

import dev.halftone.core.Page;
import dev.halftone.core.account.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The batches and their rows. Every read but {@link #due} is strongly consistent. */
public interface Batches {

    /** How many lists the due batches are spread over, so that none becomes a hot spot. */
    int DUE_SHARDS = 16;

    /**
     * Keeps a draft and all its rows. Nobody finds it before its last row is there; it goes by
     * itself unless it is {@linkplain #keep kept}.
     *
     * @return whether it is new; if not, nothing changed
     */
    boolean store(Batch draft, List<SheetRow> rows);

    /** Keeps the rows for as long as the batch; again does no harm. */
    void keep(Batch batch);

    Optional<Batch> find(BatchId id);

    /** At least one row from {@code first} on, if there is one, and at most {@code limit}. */
    List<SheetRow> rows(Batch batch, int first, int limit);

    /** An empty one, if its owner has no batch under way. */
    Lane lane(UserId owner);

    /**
     * Stores {@code after} and what it means for the lane, if {@code before} and the lane are still
     * what is stored.
     *
     * @return whether it did; {@code false} if somebody else moved first, or possibly if this very
     *     call did and its answer was lost
     */
    boolean move(Batch before, Batch after, Lane lane);

    /** The owner's batches, newest first. */
    Page<Batch> list(UserId owner, int limit, @Nullable String cursor);

    /** Batches of one shard that were due at {@code now}, those first that waited longest. */
    List<BatchId> due(int shard, Instant now, int limit);
}
