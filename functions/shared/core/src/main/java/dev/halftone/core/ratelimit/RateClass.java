package dev.halftone.core.ratelimit;

import java.time.Duration;
import java.util.Locale;

/**
 * What is asked for, as far as its limit goes. Far above what people do, far below what would hurt
 * others or the bill: the page's polls of twenty generations at once stay below it, and so do two
 * hundred clicks at a time.
 */
public enum RateClass {
    /** By address: the steps of signing in, which nobody does twice a second. */
    SIGN_IN(200, Duration.ofSeconds(1), 1, false),
    /** By person: what spends credits. */
    SPEND(300, Duration.ofMillis(500), 1, false),
    /** By person: what changes something else. */
    CHANGE(300, Duration.ofMillis(500), 1, false),
    /** By person. */
    READ(1200, Duration.ofMillis(50), 25, true),
    /** By address: what anybody may read. */
    PUBLIC(1200, Duration.ofMillis(50), 25, true);

    private final int burst;
    private final Duration interval;
    private final int lease;
    private final boolean open;

    RateClass(int burst, Duration interval, int lease, boolean open) {
        this.burst = burst;
        this.interval = interval;
        this.lease = lease;
        this.open = open;
    }

    public Allowance allowance() {
        return new Allowance(burst, interval);
    }

    /** How many tokens one environment takes at a time, so that not every request is a write. */
    int lease() {
        return lease;
    }

    /** Whether it goes on without limits while nobody can count. */
    boolean failsOpen() {
        return open;
    }

    /** As it is called in headers and in the description of the API. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
