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

    /** The input replaces the event if the template gives one. */
    record Rate(String name, Duration interval, @Nullable String input) implements Trigger {}
}
