package dev.halftone.sandbox.stripe;

import static dev.halftone.sandbox.http.Html.escape;

import dev.halftone.sandbox.http.Exchange;
import dev.halftone.sandbox.http.Html;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.node.ObjectNode;

/** Invoices and receipts to look at. */
final class PaperPage {

    private final Desk desk;

    PaperPage(Desk desk) {
        this.desk = desk;
    }

    void invoice(Exchange exchange, String id) throws IOException {
        ObjectNode invoice = desk.need("invoice", id);
        String lines =
                StreamSupport.stream(invoice.path("lines").path("data").spliterator(), false)
                        .map(
                                line ->
                                        "<tr><td>%s</td><td>%s</td></tr>"
                                                .formatted(
                                                        escape(Json.text(line, "description")),
                                                        escape(Money.of(line, "amount"))))
                        .collect(Collectors.joining());
        show(
                exchange,
                "Invoice " + Json.text(invoice, "number"),
                "<table>%s<tr><td>Total</td><td>%s</td></tr></table>"
                        .formatted(lines, escape(Money.of(invoice, "total"))));
    }

    void receipt(Exchange exchange, String id) throws IOException {
        ObjectNode charge = desk.need("charge", id);
        show(
                exchange,
                "Receipt",
                "<p>Paid %s, given back %s.</p>"
                        .formatted(
                                escape(Money.of(charge, "amount")),
                                escape(Money.of(charge, "amount_refunded"))));
    }

    private static void show(Exchange exchange, String title, String content) throws IOException {
        Html.guarded(exchange, "'none'")
                .html(
                        200,
                        Html.page(
                                title + " – sandbox",
                                "",
                                "<h1>%s</h1>".formatted(title) + content));
    }
}
