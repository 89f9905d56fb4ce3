package dev.halftone.core.batch;

import java.time.Duration;
import java.time.Instant;

/** Finds every batch whose message was lost, or that may go on again, and sends one. */
public final class SweepBatches {

    // Fresh messages are still on their way; only what is this much overdue was forgotten.
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final int PER_SHARD_MAX = 200;

    private final Batches batches;
    private final BatchQueue queue;

    public SweepBatches(Batches batches, BatchQueue queue) {
        this.batches = batches;
        this.queue = queue;
    }

    /** Returns how many were found. */
    public int sweep(Instant now) {
        int sent = 0;
        for (int shard = 0; shard < Batches.DUE_SHARDS; shard++) {
            for (BatchId due : batches.due(shard, now.minus(GRACE), PER_SHARD_MAX)) {
                queue.send(due, Duration.ZERO);
                sent++;
            }
        }
        return sent;
    }
}
