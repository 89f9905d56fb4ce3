package dev.halftone.sandbox.creem;

import static dev.halftone.sandbox.http.Html.escape;

import dev.halftone.sandbox.http.Exchange;
import dev.halftone.sandbox.http.Html;
import dev.halftone.sandbox.http.Params;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The page on which somebody pays; its card field takes test numbers only. */
final class CheckoutPage {

    private final CreemDesk desk;

    CheckoutPage(CreemDesk desk) {
        this.desk = desk;
    }

    void handle(Exchange exchange, String id) throws IOException {
        ObjectNode checkout = desk.need("checkout", id);
        switch (Json.text(checkout, "status")) {
            case "completed", "processing" -> back(exchange, checkout);
            case "pending" -> {
                if (exchange.method().equals("POST")) {
                    paid(exchange, checkout, exchange.form());
                } else {
                    show(exchange, checkout, "");
                }
            }
            default ->
                    Html.guarded(exchange, "'none'")
                            .html(410, Html.page("Checkout – sandbox", "", "<h1>It is over</h1>"));
        }
    }

    private void paid(Exchange exchange, ObjectNode checkout, Params form) throws IOException {
        boolean slowly = form.or("way", "card").equals("slowly");
        Optional<CreemCard> card = CreemCard.typed(form.or("card", ""));
        if (!slowly && card.isEmpty()) {
            show(exchange, checkout, "This card field takes the numbers below only.");
            return;
        }
        CreemPayer payer =
                new CreemPayer(
                        form.or("email", ""),
                        slowly ? null : card.orElseThrow(),
                        form.or("code", ""));
        Optional<String> wrong = desk.pay(Json.text(checkout, "id"), payer);
        if (wrong.isPresent()) {
            show(exchange, checkout, wrong.get());
        } else {
            back(exchange, checkout);
        }
    }

    private static void back(Exchange exchange, ObjectNode checkout) throws IOException {
        String success = Json.text(checkout, "success_url");
        exchange.with("Cache-Control", "no-store")
                .redirect(
                        success
                                + (success.contains("?") ? "&" : "?")
                                + "checkout_id="
                                + Json.text(checkout, "id")
                                + "&request_id="
                                + Json.text(checkout, "request_id"));
    }

    private void show(Exchange exchange, ObjectNode checkout, String wrong) throws IOException {
        URI success = URI.create(Json.text(checkout, "success_url"));
        Html.guarded(exchange, "'self' " + success.getScheme() + "://" + success.getAuthority())
                .html(
                        wrong.isEmpty() ? 200 : 402,
                        Html.page("Checkout – sandbox", "", content(checkout, wrong)));
    }

    private String content(ObjectNode checkout, String wrong) {
        ObjectNode product = desk.need("product", Json.text(checkout, "product"));
        String alarm =
                wrong.isEmpty()
                        ? ""
                        : "<p role=\"alert\"><strong>%s</strong></p>".formatted(escape(wrong));
        return """
        <h1>%s</h1><p class="hint">%s before tax, sold by Creem. A sandbox's checkout: no money moves, and no real card is asked for.</p>%s
        <form method="post">
        <label><span>E-mail for the receipt</span><input name="email" type="email" required maxlength="254" value="%s" autocomplete="off"></label>
        <label><span>Test card</span><input name="card" inputmode="numeric" maxlength="19" placeholder="4242 4242 4242 4242" autocomplete="off"></label>
        <label><span>Discount code (HALF or FREE)</span><input name="code" maxlength="20" autocomplete="off"></label>
        <button class="go" name="way" value="card">Pay</button>
        <button name="way" value="slowly">Pay in a way that takes a while (see the desk)</button></form>
        <p><small>4242 4242 4242 4242 pays · 4000 0000 0000 0002 is declined · 4000 0000 0000 9995 has not enough money</small></p>
        """
                .formatted(
                        escape(Json.text(product, "name")),
                        escape(price(product, "price")),
                        alarm,
                        escape(Json.text(checkout, Json.OWN + "email")));
    }

    /** An amount as the pages write it. */
    static String price(ObjectNode thing, String field) {
        return BigDecimal.valueOf(thing.path(field).asLong(), 2).toPlainString()
                + " "
                + Json.text(thing, "currency");
    }
}
