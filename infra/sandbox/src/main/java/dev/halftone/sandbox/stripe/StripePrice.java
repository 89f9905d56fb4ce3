package dev.halftone.sandbox.stripe;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can be bought.
 *
 * @param id as the product's catalogue names it
 * @param title what the pages call it
 * @param currency three letters
 * @param amountMinor in the currency's smallest unit
 * @param interval {@code month} or {@code year}; nothing for what is paid once
 */
public record StripePrice(
        String id, String title, String currency, long amountMinor, @Nullable String interval) {

    static final Set<String> INTERVALS = Set.of("month", "year");

    public StripePrice {
        currency = currency.toLowerCase(Locale.ROOT);
        if (id.isBlank() || amountMinor < 0 || currency.length() != 3) {
            throw new IllegalArgumentException("A price has an id, an amount and a currency");
        }
        if (interval != null && !INTERVALS.contains(interval)) {
            throw new IllegalArgumentException("A price is paid monthly, yearly or once");
        }
    }

    ObjectNode object(long created) {
        ObjectNode price =
                Json.object(
                        """
                        {"object":"price","active":true,"billing_scheme":"per_unit",
                         "custom_unit_amount":null,"livemode":false,"lookup_key":null,
                         "metadata":{},"recurring":null,"tax_behavior":"unspecified",
                         "tiers_mode":null,"transform_quantity":null}
                        """);
        price.put("id", id)
                .put("created", created)
                .put("currency", currency)
                .put("nickname", title)
                .put("product", "prod_" + id.replaceFirst("^price_", ""))
                .put("type", interval == null ? "one_time" : "recurring")
                .put("unit_amount", amountMinor)
                .put("unit_amount_decimal", Long.toString(amountMinor));
        if (interval != null) {
            price.putObject("recurring")
                    .put("interval", interval)
                    .put("interval_count", 1)
                    .putNull("meter")
                    .putNull("trial_period_days")
                    .put("usage_type", "licensed");
        }
        return price;
    }
}
