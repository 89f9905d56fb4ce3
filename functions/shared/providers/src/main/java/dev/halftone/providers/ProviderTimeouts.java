package dev.halftone.providers;

import java.time.Duration;

/**
 * How long a provider may take.
 *
 * @param submit from the first byte sent to the last byte read
 * @param read the same, for questions that may be asked again
 */
public record ProviderTimeouts(Duration connect, Duration submit, Duration read) {

    /** Five of the slowest calls fit into one execution of the function, which lasts 60 seconds. */
    public static final ProviderTimeouts USUAL =
            new ProviderTimeouts(
                    Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(4));
}
