package dev.halftone.sandbox.stripe;

import java.util.Optional;

/** The numbers this account takes; see https://docs.stripe.com/testing. */
public enum Card {
    /** Pays always. */
    PAYS("4242424242424242"),
    /** Is declined always. */
    DECLINED("4000000000000002"),
    /** Pays once; what is charged later is declined. */
    DECLINED_LATER("4000000000000341");

    private static final int LAST = 4;

    private final String number;

    Card(String number) {
        this.number = number;
    }

    /** As somebody types it, with or without blanks. */
    static Optional<Card> typed(String text) {
        String digits = text.replace(" ", "");
        for (Card card : values()) {
            if (card.number.equals(digits)) {
                return Optional.of(card);
            }
        }
        return Optional.empty();
    }

    String number() {
        return number;
    }

    String last4() {
        return number.substring(number.length() - LAST);
    }
}
