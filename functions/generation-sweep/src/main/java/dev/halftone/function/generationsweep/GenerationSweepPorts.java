package dev.halftone.function.generationsweep;

import dev.halftone.core.generation.Generations;
import dev.halftone.core.generation.WorkQueue;
import java.time.Clock;

/** Everything outside that this function uses. */
record GenerationSweepPorts(Generations generations, WorkQueue queue, Clock clock) {}
