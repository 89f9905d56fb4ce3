package dev.halftone.testing;

import dev.halftone.core.Page;
import dev.halftone.core.account.UserId;
import dev.halftone.core.batch.Batch;
import dev.halftone.core.batch.BatchId;
import dev.halftone.core.batch.Batches;
import dev.halftone.core.batch.Lane;
import dev.halftone.core.batch.SheetRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Batches in memory, behind one lock. */
public final class InMemoryBatches implements Batches {

    // Guarded by this object's monitor.
    private final Map<BatchId, Batch> batches = new HashMap<>();
    private final Map<BatchId, List<SheetRow>> rows = new HashMap<>();
    private final Map<UserId, Lane> lanes = new HashMap<>();

    @Override
    public synchronized boolean store(Batch draft, List<SheetRow> sheet) {
        if (batches.putIfAbsent(draft.id(), draft) != null) {
            return false;
        }
        rows.put(draft.id(), List.copyOf(sheet));
        return true;
    }

    @Override
    public synchronized void keep(Batch batch) {
        if (!rows.containsKey(batch.id())) {
            throw new IllegalStateException("There is nothing to keep");
        }
    }

    @Override
    public synchronized Optional<Batch> find(BatchId id) {
        return Optional.ofNullable(batches.get(id));
    }

    @Override
    public synchronized List<SheetRow> rows(Batch batch, int first, int limit) {
        return rows.getOrDefault(batch.id(), List.of()).stream()
                .skip(first - 1L)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Lane lane(UserId owner) {
        return lanes.getOrDefault(owner, Lane.empty(owner));
    }

    @Override
    public synchronized boolean move(Batch before, Batch after, Lane lane) {
        Batch stored = batches.get(before.id());
        Lane next = lane.with(after);
        boolean laneMoved = !next.equals(lane) && lane(lane.owner()).revision() != lane.revision();
        if (stored == null || stored.revision() != before.revision() || laneMoved) {
            return false;
        }
        batches.put(after.id(), after);
        if (!next.equals(lane)) {
            lanes.put(lane.owner(), next);
        }
        return true;
    }

    @Override
    public synchronized Page<Batch> list(UserId owner, int limit, @Nullable String cursor) {
        NavigableMap<String, Batch> sorted = new TreeMap<>(Comparator.reverseOrder());
        for (Batch batch : batches.values()) {
            if (batch.origin().owner().equals(owner)) {
                long at = batch.origin().createdAt().toEpochMilli();
                sorted.put("BATCH#%013d#%s".formatted(at, batch.id()), batch);
            }
        }
        return Paging.page(sorted, limit, cursor, "BATCH#\\d{13}#bat_[0-9a-f]{32}");
    }

    @Override
    public synchronized List<BatchId> due(int shard, Instant now, int limit) {
        return batches.values().stream()
                .filter(batch -> Math.floorMod(batch.id().value().hashCode(), DUE_SHARDS) == shard)
                .filter(batch -> batch.dueAt() != null && !batch.dueAt().isAfter(now))
                .sorted(Comparator.comparing(Batch::dueAt))
                .limit(limit)
                .map(Batch::id)
                .toList();
    }
}
