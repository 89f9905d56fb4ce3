package dev.halftone.local;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What makes a function run, as the template declares it. */
public sealed interface Trigger {
    record Http(String method, String path) implements Trigger {}

    record Queue(String arn, int batchSize, boolean partialFailures, int concurrencyMax)
            implements Trigger {
        String name() {
            return arn.substring(arn.lastIndexOf(':') + 1);
        }
    }

    /**
     * Changes of a table, in the order in which each of its items changed.
     *
     * @param triesMax how often a batch is handed over before it is given up
     */
    record Stream(
            String arn, int batchSize, boolean partialFailures, int triesMax, EventPattern pattern)
            implements Trigger {
        String table() {
            String path = arn.substring(arn.indexOf('/') + 1);
            return path.substring(0, path.indexOf('/'));
        }
    }

    /** The input replaces the event if the template gives one. */
    record Rate(String name, Duration interval, @Nullable String input) implements Trigger {}
}
