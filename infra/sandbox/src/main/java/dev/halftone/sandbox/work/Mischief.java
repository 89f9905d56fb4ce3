package dev.halftone.sandbox.work;

import java.time.Duration;

/**
 * How events are brought to the product's webhook.
 *
 * @param lost nothing is brought at all
 * @param copies how often each event is brought, at least once
 * @param backwards the events of one act come in the reverse order
 * @param delay how long the first of them waits
 */
public record Mischief(boolean lost, int copies, boolean backwards, Duration delay) {

    /** Every event once, in order, at once. */
    public static final Mischief NONE = new Mischief(false, 1, false, Duration.ZERO);

    private static final int COPIES_MAX = 20;

    public Mischief {
        if (copies < 1 || copies > COPIES_MAX || delay.isNegative()) {
            throw new IllegalArgumentException("Between one and %d copies".formatted(COPIES_MAX));
        }
    }
}
