package dev.halftone.function.generationsweep;

import dev.halftone.core.batch.BatchQueue;
import dev.halftone.core.batch.Batches;
import dev.halftone.core.generation.Generations;
import dev.halftone.core.generation.WorkQueue;
import java.time.Clock;

/** Everything outside that this function uses. */
record GenerationSweepPorts(
        Generations generations,
        WorkQueue queue,
        Batches batches,
        BatchQueue batchQueue,
        Clock clock) {}
