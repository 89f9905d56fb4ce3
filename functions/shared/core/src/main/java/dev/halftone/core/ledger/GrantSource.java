package dev.halftone.core.ledger;

import java.util.Locale;

/** Where granted credits come from. Given credits burn before bought ones. */
public enum GrantSource {
    WELCOME(10),
    REWARD(20),
    OPERATOR(30),
    SUBSCRIPTION(60),
    PURCHASE(80),
    /** Given back after they were taken back, because a refund or a dispute came to nothing. */
    RESTORED(80);

    private final int priority;

    GrantSource(int priority) {
        this.priority = priority;
    }

    /** Lower burns first; a grant may say otherwise. */
    public int priority() {
        return priority;
    }

    /** Whether somebody paid for them. */
    public boolean isBought() {
        return switch (this) {
            case SUBSCRIPTION, PURCHASE -> true;
            case WELCOME, REWARD, OPERATOR, RESTORED -> false;
        };
    }

    /** Whether they wait for room if there is none; others are refused. */
    public boolean mayWait() {
        return isBought() || this == RESTORED;
    }

    /** The word for it, such as {@code purchase}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
