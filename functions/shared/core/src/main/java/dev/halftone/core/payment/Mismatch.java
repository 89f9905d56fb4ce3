package dev.halftone.core.payment;

import java.util.Locale;

/** In what a payment is not what was ordered. */
public enum Mismatch {
    /** Of another processor than the order. */
    PROCESSOR,
    /** In test mode though money was to move, or the other way round. */
    MODE,
    /** A period of what is bought once, or the other way round. */
    KIND,
    PRODUCT,
    CURRENCY,
    AMOUNT,
    /** Of an order that another payment has paid. */
    PAID_TWICE,
    /** The account has no room for what was bought. */
    NO_ROOM;

    /** The word for it, such as {@code amount}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
