package dev.halftone.core.payment;

import java.util.Optional;

/** How far each processor's own list was read. */
public interface ListWalks {

    /** Strongly consistent. */
    Optional<ListWalk> of(String processor);

    /** Keeps it, whatever was before: to read something twice changes nothing. */
    void put(ListWalk walk);
}
