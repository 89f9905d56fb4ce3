package dev.halftone.core.ledger;

import java.util.Locale;

/**
 * A sub-balance of an account; the legs of each entry move credits between two or more of them.
 *
 * <p>All of an account's balances together are zero: what came in is owed to {@link #GIVEN} and
 * {@link #BOUGHT}, which are never positive, and so is {@link #DEBT}. The others are never
 * negative.
 */
public enum Balance {
    /** Minus what was granted for nothing. */
    GIVEN,
    /** Minus what was granted for money. */
    BOUGHT,
    /** What the buckets hold. */
    AVAILABLE,
    /** Bought while the account had as many buckets as it may have. */
    WAITING,
    /** Set aside for generations that have not ended. */
    PENDING,
    /** Charged for delivered generations. */
    USED,
    /** Not spent in time. */
    EXPIRED,
    /** Taken back, because the payment was. */
    REVOKED,
    /** Minus what was taken back though it was spent; whatever comes in pays it first. */
    DEBT;

    /** Whether the balance counts what is owed, and so is never positive. */
    public boolean isOwed() {
        return switch (this) {
            case GIVEN, BOUGHT, DEBT -> true;
            case AVAILABLE, WAITING, PENDING, USED, EXPIRED, REVOKED -> false;
        };
    }

    /** The word for it, such as {@code available}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
