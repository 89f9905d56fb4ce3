package dev.halftone.core.circuit;

/** Keeps circuits for all environments of all functions. */
public interface Circuits {

    /** As it is now; closed, at revision 0, if nothing was ever stored of it. */
    Circuit find(CircuitId id);

    /**
     * Stores {@code after} only on top of the revision that it was made from. Whoever does not hear
     * the answer may take its own change for another's, which delays a trial and does no more.
     *
     * @return whether it was stored
     */
    boolean move(CircuitId id, Circuit before, Circuit after);
}
