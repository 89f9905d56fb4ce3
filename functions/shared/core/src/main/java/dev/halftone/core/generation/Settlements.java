package dev.halftone.core.generation;

import dev.halftone.core.ledger.Credits;

/**
 * Ends generations together with their transfer: posted if delivered, voided if not. The only way
 * in which pending credits end.
 */
public interface Settlements {

    /**
     * Stores the terminal {@code after} on top of {@code before} and posts or voids the transfer,
     * in one transaction.
     *
     * @param charged how much a success is charged, at most what is pending; the rest goes back. A
     *     failure is never charged.
     * @return whether this call ended it; {@code false} means that {@code before} is no longer what
     *     is stored, and nothing changed now
     */
    boolean settle(Generation before, Generation after, Credits charged);

    /** Charges a success in full. */
    default boolean settle(Generation before, Generation after) {
        return settle(before, after, before.price().credits());
    }
}
