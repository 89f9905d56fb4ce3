package dev.halftone.sandbox.stripe;

import org.jspecify.annotations.Nullable;

/**
 * Who pays and how.
 *
 * @param email where the receipt goes
 * @param card nothing for a bank's debit, which takes days
 */
public record Payer(String email, @Nullable Card card, String promotionCode) {

    /** Pays by a card. */
    public static Payer by(Card card) {
        return new Payer("payer@example.test", card, "");
    }

    /** Pays slowly; what becomes of it is said later. */
    public static Payer byBank() {
        return new Payer("payer@example.test", null, "");
    }

    /** The same payer with a promotion code. */
    public Payer with(String code) {
        return new Payer(email, card, code);
    }
}
