package dev.halftone.sandbox.stripe;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What an invoice is drawn for. */
record Invoice(String reason, List<Line> lines, Totals totals) {

    Invoice {
        lines = List.copyOf(lines);
    }

    /** One of its lines; its period in seconds since 1970. */
    record Line(ObjectNode price, long amount, long start, long end, boolean proration) {

        /** A whole period. */
        static Line of(ObjectNode price, long start, long end) {
            return new Line(price, price.path("unit_amount").asLong(), start, end, false);
        }
    }
}
