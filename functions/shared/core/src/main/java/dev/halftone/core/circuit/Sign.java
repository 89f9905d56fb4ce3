package dev.halftone.core.circuit;

/** What an answer, or its absence, says about the way that it came. */
public enum Sign {
    /** It works: it took an order, or refused one for what was in it. */
    WELL,
    /** Not reached, overloaded, broken, or silent. */
    UNWELL,
    /** Our key, our plan or our balance there is not accepted: waiting changes nothing. */
    KEY_REFUSED,
    /** The provider does not have this endpoint for us: waiting changes nothing. */
    NOT_OFFERED,
    /** Nothing, such as what we ourselves were too busy for. */
    NONE
}
