package dev.halftone.sandbox.stripe;

import static dev.halftone.sandbox.http.Html.escape;

import dev.halftone.sandbox.http.Exchange;
import dev.halftone.sandbox.http.Html;
import dev.halftone.sandbox.http.Params;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The page on which somebody sees to a subscription and finds the invoices. */
final class PortalPage {

    // Such a link is a key, so it is good for a short time.
    private static final Duration LIFE = Duration.ofHours(1);

    private final Desk desk;
    private final Office office;

    PortalPage(Desk desk, Office office) {
        this.desk = desk;
        this.office = office;
    }

    void handle(Exchange exchange, String id) throws IOException {
        ObjectNode visit = desk.need("billing_portal.session", id);
        if (visit.path("created").asLong() + LIFE.toSeconds() < office.now()) {
            throw Refusal.missing("billing_portal.session", id);
        }
        if (exchange.method().equals("POST")) {
            String wrong = change(visit, exchange.form());
            if (wrong.isEmpty()) {
                exchange.redirect(office.base + "/portal/" + id);
                return;
            }
            show(exchange, visit, wrong);
            return;
        }
        show(exchange, visit, "");
    }

    private String change(ObjectNode visit, Params form) {
        String subscription = form.or("subscription", "");
        // Only the visitor's own.
        if (!Json.text(desk.need("subscription", subscription), "customer")
                .equals(Json.text(visit, "customer"))) {
            throw Refusal.missing("subscription", subscription);
        }
        try {
            switch (form.or("act", "")) {
                case "cancel" -> desk.cancelAtPeriodEnd(subscription, true);
                case "resume" -> desk.cancelAtPeriodEnd(subscription, false);
                case "plan" -> desk.changePrice(subscription, form.or("price", ""));
                case "card" ->
                        desk.useCard(
                                subscription,
                                Card.typed(form.or("card", ""))
                                        .orElseThrow(() -> Refusal.of("Test numbers only.")));
                default -> throw Refusal.of("Nothing was asked for.");
            }
            return "";
        } catch (Refusal refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private void show(Exchange exchange, ObjectNode visit, String wrong) throws IOException {
        String customer = Json.text(visit, "customer");
        String subscriptions =
                desk.newestFirst("subscription").stream()
                        .filter(each -> Json.text(each, "customer").equals(customer))
                        .map(this::subscription)
                        .collect(Collectors.joining());
        String invoices =
                desk.newestFirst("invoice").stream()
                        .filter(each -> Json.text(each, "customer").equals(customer))
                        .map(PortalPage::invoice)
                        .collect(Collectors.joining());
        String content =
                "<h1>Your subscriptions</h1><p role=\"alert\">%s</p>%s<h2>Invoices</h2><table>%s</table><p><a href=\"%s\">Back</a></p>"
                        .formatted(
                                escape(wrong),
                                subscriptions,
                                invoices,
                                escape(Json.text(visit, "return_url")));
        Html.guarded(exchange, "'self'")
                .html(wrong.isEmpty() ? 200 : 400, Html.page("Billing – sandbox", "wide", content));
    }

    private String subscription(ObjectNode subscription) {
        JsonNode item = Office.first(subscription.path("items"));
        String end = day(item.path("current_period_end").asLong());
        boolean ending = subscription.path("cancel_at").isNumber();
        String title =
                "<h2>%s</h2><p>%s · %s · %s %s</p>"
                        .formatted(
                                escape(Json.text(item.path("price"), "nickname")),
                                escape(Money.ofPrice(item.path("price"))),
                                escape(Json.text(subscription, "status")),
                                ending ? "ends on" : "paid until",
                                end);
        if (Json.text(subscription, "status").equals("canceled")) {
            return title;
        }
        return title
                + """
                <form method="post"><input type="hidden" name="subscription" value="%s">
                <button name="act" value="%s">%s</button>
                <label><span>Test card</span><input name="card" maxlength="19" autocomplete="off"></label>
                <button name="act" value="card">Use this card</button></form>%s
                """
                        .formatted(
                                Json.text(subscription, "id"),
                                ending ? "resume" : "cancel",
                                ending ? "Do not cancel" : "Cancel at the end of the period",
                                plans(subscription, item.path("price")));
    }

    private String plans(ObjectNode subscription, JsonNode now) {
        return desk.newestFirst("price").stream()
                .filter(price -> price.path("recurring").isObject())
                .filter(price -> price.path("currency").equals(now.path("currency")))
                .filter(price -> !price.path("id").equals(now.path("id")))
                .map(
                        price ->
                                """
                                <form method="post"><input type="hidden" name="subscription" value="%s"><input type="hidden" name="price" value="%s">
                                <button name="act" value="plan">Change to %s, %s</button></form>
                                """
                                        .formatted(
                                                Json.text(subscription, "id"),
                                                escape(Json.text(price, "id")),
                                                escape(Json.text(price, "nickname")),
                                                escape(Money.ofPrice(price))))
                .collect(Collectors.joining());
    }

    private static String invoice(ObjectNode invoice) {
        return "<tr><td>%s</td><td><a href=\"%s\">%s</a></td><td>%s</td></tr>"
                .formatted(
                        day(invoice.path("created").asLong()),
                        escape(Json.text(invoice, "hosted_invoice_url")),
                        escape(Money.of(invoice, "total")),
                        escape(Json.text(invoice, "status")));
    }

    static String day(long seconds) {
        return Instant.ofEpochSecond(seconds).atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
