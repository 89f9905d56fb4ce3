package dev.halftone.sandbox.creem;

import org.jspecify.annotations.Nullable;

/**
 * Who pays and how.
 *
 * @param email where the receipt goes
 * @param card {@code null} for a way that takes days
 * @param code what makes it cheaper: HALF or FREE
 */
public record CreemPayer(String email, @Nullable CreemCard card, String code) {

    /** Pays by a card. */
    public static CreemPayer by(CreemCard card) {
        return new CreemPayer("payer@example.test", card, "");
    }

    /** Pays slowly; what becomes of it is said later. */
    public static CreemPayer slowly() {
        return new CreemPayer("payer@example.test", null, "");
    }

    /** The same payer with a code. */
    public CreemPayer with(String other) {
        return new CreemPayer(email, card, other);
    }
}
