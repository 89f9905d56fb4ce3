package dev.halftone.core.generation;

import dev.halftone.core.DependencyFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** Finds every generation whose message was lost and sends it again. */
public final class SweepDue {

    // Fresh messages are still on their way; only what is this much overdue was forgotten.
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final int PER_SHARD_MAX = 500;

    private final Generations generations;
    private final WorkQueue queue;

    public SweepDue(Generations generations, WorkQueue queue) {
        this.generations = generations;
        this.queue = queue;
    }

    /**
     * Returns how many generations were sent to the workers.
     *
     * @throws DependencyFailure if a queue does not work, after the other one has got its messages:
     *     deliveries that cannot be sent must keep no other generation from its deadline
     */
    public int sweep(Instant now) {
        Map<WorkItem.Stage, DependencyFailure> broken = new EnumMap<>(WorkItem.Stage.class);
        int sent = 0;
        for (int shard = 0; shard < Generations.DUE_SHARDS; shard++) {
            for (Generations.Due due : generations.due(shard, now.minus(GRACE), PER_SHARD_MAX)) {
                if (broken.containsKey(due.stage())) {
                    continue;
                }
                try {
                    queue.send(WorkItem.due(due.id(), due.stage()), Duration.ZERO);
                    sent++;
                } catch (DependencyFailure e) {
                    broken.put(due.stage(), e);
                }
            }
        }
        for (DependencyFailure failure : broken.values()) {
            throw failure;
        }
        return sent;
    }
}
