package dev.halftone.core.generation;

/**
 * Ends generations together with their transfer: posted if delivered, voided if not. The only way
 * in which pending credits end.
 */
public interface Settlements {

    /**
     * Stores the terminal {@code after} on top of {@code before} and posts or voids the transfer,
     * in one transaction.
     *
     * @return whether this call ended it; {@code false} means that {@code before} is no longer what
     *     is stored, and nothing changed now
     */
    boolean settle(Generation before, Generation after);
}
