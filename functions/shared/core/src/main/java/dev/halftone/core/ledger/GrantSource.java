package dev.halftone.core.ledger;

/** Where granted credits come from. Given credits burn before bought ones. */
public enum GrantSource {
    WELCOME(10);

    private final int priority;

    GrantSource(int priority) {
        this.priority = priority;
    }

    /** Lower burns first. */
    public int priority() {
        return priority;
    }
}
