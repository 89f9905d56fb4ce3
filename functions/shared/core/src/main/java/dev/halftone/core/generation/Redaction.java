package dev.halftone.core.generation;

/** For whose eyes something is. */
public enum Redaction {
    /** Whose it is: nothing of a provider's but its title, nothing of our arrangements with it. */
    OWNER,
    /** Who runs the service: all about the work, and not a word of what its owner asked for. */
    OPERATOR
}
