package dev.halftone.sandbox.stripe;

import java.math.BigDecimal;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Amounts as the pages write them. */
final class Money {

    private Money() {}

    /** The amount of a field, with the object's currency. */
    static String of(JsonNode object, String field) {
        return BigDecimal.valueOf(object.path(field).asLong(), 2).toPlainString()
                + " "
                + Json.text(object, "currency").toUpperCase(Locale.ROOT);
    }

    /** A price with its period. */
    static String ofPrice(JsonNode price) {
        String interval = Json.text(price.path("recurring"), "interval");
        return of(price, "unit_amount") + (interval.isEmpty() ? "" : " a " + interval);
    }
}
