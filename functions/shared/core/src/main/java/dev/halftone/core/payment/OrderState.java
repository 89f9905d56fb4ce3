package dev.halftone.core.payment;

import java.util.Locale;

/**
 * How far an order is. It only ever goes on to a later one of these, whatever order the news comes
 * in.
 */
public enum OrderState {
    /** Its checkout is open, or was never opened. */
    OPEN,
    /** Its buyer has chosen a way to pay that takes days. */
    AWAITING,
    /** Its checkout ended without a payment. */
    EXPIRED,
    /** The way to pay that takes days came to nothing. */
    FAILED,
    /** Paid, but not what was ordered: nothing is granted until a person has looked at it. */
    REVIEW,
    /** Paid as ordered, and granted. */
    PAID;

    /** Whether the processor may still say something else. */
    public boolean isUnsettled() {
        return switch (this) {
            case OPEN, AWAITING -> true;
            case EXPIRED, FAILED, REVIEW, PAID -> false;
        };
    }

    /** The word for it, such as {@code paid}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
