package dev.halftone.providers.fal;

import java.time.Duration;

/**
 * How long fal.ai may take.
 *
 * @param submit from the first byte sent to the last byte read
 * @param read the same, for questions that may be asked again
 */
record FalTimeouts(Duration connect, Duration submit, Duration read) {

    /** Five of the slowest calls fit into one execution of the function, which lasts 60 seconds. */
    static final FalTimeouts USUAL =
            new FalTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(4));
}
