package dev.halftone.function.generationsweep;

import dev.halftone.core.batch.SweepBatches;
import dev.halftone.core.generation.SweepDue;
import dev.halftone.core.privacy.LogField;
import dev.halftone.lambda.Metrics;
import dev.halftone.lambda.ScheduledFunction;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends a message for everything that is overdue. */
final class GenerationSweepFunction {
    private static final Logger LOG = LoggerFactory.getLogger(GenerationSweepFunction.class);

    private GenerationSweepFunction() {}

    static ScheduledFunction of(GenerationSweepPorts ports) {
        SweepDue sweep = new SweepDue(ports.generations(), ports.queue());
        SweepBatches batches = new SweepBatches(ports.batches(), ports.batchQueue());
        return new ScheduledFunction(
                scheduled -> {
                    Instant minute = earlier(scheduled, ports.clock().instant());
                    // Neither waits for the other's queue: whoever fails is tried in a minute.
                    try {
                        batches.sweep(minute);
                    } finally {
                        report(sweep.sweep(minute));
                    }
                });
    }

    /** A tick that comes late sweeps for its own minute; none sweeps the future. */
    private static Instant earlier(Instant scheduled, Instant now) {
        return scheduled.isBefore(now) ? scheduled : now;
    }

    /** In calm weather the messages arrive by themselves and nothing is found. */
    private static void report(int sent) {
        if (sent > 0) {
            LOG.atWarn()
                    .addKeyValue(LogField.COUNT.key(), sent)
                    .log("Overdue generations were found");
            Metrics.count("generations_overdue", sent);
        }
    }
}
