package dev.halftone.sandbox.creem;

import java.util.Optional;

/** The numbers this shop takes; see https://docs.creem.io/getting-started/test-mode. */
public enum CreemCard {
    /** Pays always. */
    PAYS("4242424242424242"),
    /** Is declined always. */
    DECLINED("4000000000000002"),
    /** Is declined for want of money. */
    EMPTY("4000000000009995");

    private final String number;

    CreemCard(String number) {
        this.number = number;
    }

    /** As somebody types it, with or without blanks. */
    static Optional<CreemCard> typed(String text) {
        String digits = text.replace(" ", "");
        for (CreemCard card : values()) {
            if (card.number.equals(digits)) {
                return Optional.of(card);
            }
        }
        return Optional.empty();
    }
}
