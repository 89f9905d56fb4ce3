package dev.halftone.function.checkout;

import dev.halftone.core.ledger.Cost;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/** Writes amounts of money for people. */
final class Money {
    private Money() {}

    /** Such as {@code 4.99 USD}: the letters say which dollar it is. */
    static String text(Cost cost, Locale locale) {
        // ISO 4217 says how many digits the smallest unit of a currency makes.
        int digits = Math.max(0, Currency.getInstance(cost.currency()).getDefaultFractionDigits());
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(BigDecimal.valueOf(cost.amountMinor(), digits))
                + " "
                + cost.currency();
    }
}
