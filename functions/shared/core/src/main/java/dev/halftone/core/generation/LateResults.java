package dev.halftone.core.generation;

/** What the operator does with a result that comes after its credits went back. */
public enum LateResults {
    /** Nothing of it is stored. */
    DISCARD,
    /** Its owner gets it free of charge, unless they had asked to stop. */
    DELIVER
}
