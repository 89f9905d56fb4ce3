package dev.halftone.testing;

import dev.halftone.core.Page;
import dev.halftone.core.account.UserId;
import dev.halftone.core.generation.Claim;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.GenerationState;
import dev.halftone.core.generation.Generations;
import dev.halftone.core.generation.HistoryFilter;
import dev.halftone.core.project.ProjectId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

final class InMemoryGenerations implements Generations {

    private final InMemoryStudio studio;

    InMemoryGenerations(InMemoryStudio studio) {
        this.studio = studio;
    }

    @Override
    public Optional<Generation> find(GenerationId id) {
        synchronized (studio) {
            return Optional.ofNullable(studio.generations.get(id))
                    .map(InMemoryStudio.Stored::generation);
        }
    }

    @Override
    public boolean move(Generation before, Generation after, Claim claim) {
        if (after.state().isTerminal() && !before.state().isTerminal()) {
            throw new IllegalArgumentException("An end moves credits and has a port of its own");
        }
        synchronized (studio) {
            InMemoryStudio.Stored stored = studio.generations.get(before.id());
            if (stored == null) {
                return false;
            }
            if (stored.generation().revision() != before.revision()) {
                return stored.generation().revision() == after.revision()
                        && claim.equals(stored.claim());
            }
            Generation kept = after.in(stored.generation().shelf().project());
            studio.generations.put(after.id(), new InMemoryStudio.Stored(kept, claim));
            return true;
        }
    }

    @Override
    public boolean file(GenerationId id, UserId owner, @Nullable ProjectId project) {
        synchronized (studio) {
            InMemoryStudio.Stored stored = studio.generations.get(id);
            if (stored == null
                    || !stored.generation().owner().equals(owner)
                    || stored.generation().shelf().isRemoved()) {
                return false;
            }
            studio.generations.put(
                    id, new InMemoryStudio.Stored(stored.generation().in(project), stored.claim()));
            return true;
        }
    }

    @Override
    public Page<Generation> history(
            UserId owner, HistoryFilter filter, int limit, @Nullable String cursor) {
        NavigableMap<String, Generation> sorted = new TreeMap<>(Comparator.reverseOrder());
        synchronized (studio) {
            for (InMemoryStudio.Stored stored : studio.generations.values()) {
                Generation generation = stored.generation();
                if (generation.owner().equals(owner)) {
                    long createdAt = generation.createdAt().toEpochMilli();
                    sorted.put("%013d#%s".formatted(createdAt, generation.id()), generation);
                }
            }
        }
        return Paging.filtered(
                sorted,
                filter::admits,
                new Paging.Bounds(limit, Math.max(limit, LOOKED_AT_MAX)),
                cursor);
    }

    @Override
    public List<Due> due(int shard, Instant now, int limit) {
        synchronized (studio) {
            return studio.generations.values().stream()
                    .map(InMemoryStudio.Stored::generation)
                    .filter(generation -> shard(generation.id()) == shard)
                    .filter(generation -> isDue(generation.state(), now))
                    .sorted(
                            Comparator.comparing(
                                    generation -> dueAt(generation.state()).orElseThrow()))
                    .limit(limit)
                    .map(generation -> new Due(generation.id(), generation.stage()))
                    .toList();
        }
    }

    private static boolean isDue(GenerationState state, Instant now) {
        return dueAt(state).filter(due -> !due.isAfter(now)).isPresent();
    }

    private static Optional<Instant> dueAt(GenerationState state) {
        return Optional.ofNullable(state.dueAt());
    }

    private static int shard(GenerationId id) {
        return Math.floorMod(id.value().hashCode(), DUE_SHARDS);
    }
}
