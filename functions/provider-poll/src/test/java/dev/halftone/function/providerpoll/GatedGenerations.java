package dev.halftone.function.providerpoll;

import dev.halftone.core.Page;
import dev.halftone.core.account.UserId;
import dev.halftone.core.generation.Claim;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.Generations;
import dev.halftone.core.generation.HistoryFilter;
import dev.halftone.core.project.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Lets several workers read the same state before any of them acts on it. */
final class GatedGenerations implements Generations {
    private static final long WAIT_SECONDS_MAX = 10;

    private final Generations generations;
    private final AtomicReference<@Nullable CyclicBarrier> gate = new AtomicReference<>();

    GatedGenerations(Generations generations) {
        this.generations = generations;
    }

    /** The next {@code readers} reads all happen before any of them returns. */
    void readTogether(int readers) {
        gate.set(new CyclicBarrier(readers, () -> gate.set(null)));
    }

    @Override
    public Optional<Generation> find(GenerationId id) {
        Optional<Generation> found = generations.find(id);
        CyclicBarrier closed = gate.get();
        if (closed != null) {
            pass(closed);
        }
        return found;
    }

    private static void pass(CyclicBarrier gate) {
        try {
            gate.await(WAIT_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError("The other readers did not come", e);
        }
    }

    @Override
    public boolean move(Generation before, Generation after, Claim claim) {
        return generations.move(before, after, claim);
    }

    @Override
    public boolean file(GenerationId id, UserId owner, @Nullable ProjectId project) {
        return generations.file(id, owner, project);
    }

    @Override
    public Page<Generation> history(
            UserId owner, HistoryFilter filter, int limit, @Nullable String cursor) {
        return generations.history(owner, filter, limit, cursor);
    }

    @Override
    public List<Due> due(int shard, Instant now, int limit) {
        return generations.due(shard, now, limit);
    }
}
