package dev.halftone.core.generation;

import java.time.Duration;

/**
 * Makes things happen soon. Nothing depends on a message arriving: the sweep finds every generation
 * by its due time. The queue makes it fast, the table makes it certain.
 */
public interface WorkQueue {

    /**
     * Sends a message that arrives after {@code delay}, at least once.
     *
     * @param delay at most 15 minutes
     * @throws dev.halftone.core.TransientFailure if it is not known to be sent
     */
    void send(WorkItem item, Duration delay);
}
