package dev.halftone.core.generation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * How many generations of each model ended, and how. {@link Settlements} counts each of them once,
 * in the transaction that ends it; nobody else counts.
 */
public interface Endings {

    /**
     * A count.
     *
     * @param hour the beginning of the hour of UTC in which they ended
     */
    record Count(String model, Instant hour, Ending ending, long number) {}

    /** All since the beginning of that day of UTC; the last moments may be missing. */
    List<Count> since(LocalDate day);
}
