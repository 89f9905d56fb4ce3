package dev.halftone.core.batch;

import java.time.Duration;
import java.time.Instant;

/**
 * A row that is being made, or is about to be.
 *
 * @param since when it was taken: its generation comes after that
 */
public record Slot(int row, Instant since) {

    /** Whoever took a row has begun its generation by then, or never will. */
    static final Duration LEASE = Duration.ofSeconds(60);

    boolean isOver(Instant now) {
        return !now.isBefore(since.plus(LEASE));
    }
}
