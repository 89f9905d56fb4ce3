package dev.halftone.core.batch;

import java.time.Duration;

/**
 * Makes batches go on soon. Nothing depends on a message arriving: the sweep finds every batch by
 * its due time.
 */
public interface BatchQueue {

    /**
     * Sends a message that arrives after {@code delay}, at least once.
     *
     * @param delay at most 15 minutes
     * @throws dev.halftone.core.TransientFailure if it is not known to be sent
     */
    void send(BatchId batch, Duration delay);
}
