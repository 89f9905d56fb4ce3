package dev.halftone.core.payment;

import java.util.Locale;

/**
 * How far a dispute is. It only ever goes on to a later one of these, whatever order the news comes
 * in.
 */
public enum DisputePhase {
    /** The bank asks; no money has moved. */
    INQUIRY,
    /** The bank has taken the money until it decides. */
    OPEN,
    /** The money is ours again, or never went. */
    WON,
    /** The money is gone. */
    LOST;

    /** The word for it, such as {@code open}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
