package dev.halftone.core.generation;

/** Whose fault it is that a provider refused an order. */
public enum Blame {
    /** The order's own: no other provider is asked, for it has been read and judged. */
    ORDER,
    /** Our key's, plan's or balance's: it was not even looked at, and another provider may. */
    KEY,
    /** The endpoint's, which the provider does not have for us: another one may. */
    ENDPOINT
}
