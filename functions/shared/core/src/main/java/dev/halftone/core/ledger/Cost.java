package dev.halftone.core.ledger;

import java.util.regex.Pattern;

/**
 * What was paid for credits.
 *
 * @param amountMinor in the currency's smallest unit; zero if a coupon paid for all
 * @param currency its three letters
 */
public record Cost(long amountMinor, String currency) {

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    public Cost {
        if (amountMinor < 0 || !CURRENCY.matcher(currency).matches()) {
            throw new IllegalArgumentException("Not a cost");
        }
    }
}
