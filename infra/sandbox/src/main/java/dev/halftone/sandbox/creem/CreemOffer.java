package dev.halftone.sandbox.creem;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can be bought.
 *
 * @param id as the product's catalogue names it
 * @param title what the pages call it
 * @param currency three letters
 * @param amountMinor in the currency's smallest unit
 * @param interval {@code month} or {@code year}; {@code null} for what is paid once
 * @param taxPercent what every buyer is taxed
 * @param taxIncluded whether the price includes it
 */
public record CreemOffer(
        String id,
        String title,
        String currency,
        long amountMinor,
        @Nullable String interval,
        int taxPercent,
        boolean taxIncluded) {

    static final Map<String, String> PERIODS = Map.of("month", "every-month", "year", "every-year");

    private static final int HUNDRED = 100;

    public CreemOffer {
        currency = currency.toUpperCase(Locale.ROOT);
        if (id.isBlank() || amountMinor < 0 || taxPercent < 0 || taxPercent >= HUNDRED) {
            throw new IllegalArgumentException("A product has an id, an amount and a tax");
        }
        if (interval != null && !PERIODS.containsKey(interval)) {
            throw new IllegalArgumentException("A product is paid monthly, yearly or once");
        }
    }

    /** Without tax. */
    public static CreemOffer of(
            String id, String title, String currency, long amountMinor, @Nullable String interval) {
        return new CreemOffer(id, title, currency, amountMinor, interval, 0, false);
    }

    void describe(ObjectNode product) {
        product.put("name", title)
                .put("description", title)
                .put("price", amountMinor)
                .put("currency", currency)
                .put("billing_type", interval == null ? "onetime" : "recurring")
                .put("billing_period", interval == null ? "once" : PERIODS.get(interval))
                .put("status", "active")
                .put("tax_mode", taxIncluded ? "inclusive" : "exclusive")
                .put("tax_category", "saas")
                .put(Json.OWN + "tax", taxPercent);
    }
}
