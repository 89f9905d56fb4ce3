package dev.halftone.sandbox.stripe;

import static dev.halftone.sandbox.http.Html.escape;

import dev.halftone.sandbox.http.Exchange;
import dev.halftone.sandbox.http.Html;
import dev.halftone.sandbox.http.Params;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The page on which somebody pays. The only card field there is, and it takes test numbers only.
 */
final class CheckoutPage {

    private static final String CODE =
            """
            <label><span>Promotion code (HALF or FREE)</span><input name="code" maxlength="20" autocomplete="off"></label>
            """;
    private static final String BANK =
            """
            <button name="way" value="bank">Pay by bank debit: its answer takes a while (see the desk)</button>
            """;

    private final Desk desk;

    CheckoutPage(Desk desk) {
        this.desk = desk;
    }

    void handle(Exchange exchange, String id) throws IOException {
        ObjectNode session = desk.need("checkout.session", id);
        if (!Json.text(session, "status").equals("open")) {
            over(exchange, session);
        } else if (exchange.method().equals("POST")) {
            paid(exchange, session, exchange.form());
        } else {
            show(exchange, session, "");
        }
    }

    private void paid(Exchange exchange, ObjectNode session, Params form) throws IOException {
        String id = Json.text(session, "id");
        boolean byBank = form.or("way", "card").equals("bank");
        Optional<Card> card = Card.typed(form.or("card", ""));
        if (!byBank && card.isEmpty()) {
            show(exchange, session, "This card field takes the numbers below only.");
            return;
        }
        Payer payer =
                new Payer(
                        form.or("email", ""),
                        byBank ? null : card.orElseThrow(),
                        form.or("code", ""));
        Optional<String> wrong = desk.pay(id, payer);
        if (wrong.isPresent()) {
            show(exchange, session, wrong.get());
        } else {
            back(exchange, session);
        }
    }

    private static void back(Exchange exchange, ObjectNode session) throws IOException {
        exchange.with("Cache-Control", "no-store")
                .redirect(
                        Json.text(session, "success_url")
                                .replace("{CHECKOUT_SESSION_ID}", Json.text(session, "id")));
    }

    private static void over(Exchange exchange, ObjectNode session) throws IOException {
        if (Json.text(session, "status").equals("complete")) {
            back(exchange, session);
            return;
        }
        Html.guarded(exchange, "'none'")
                .html(
                        410,
                        Html.page(
                                "Checkout – sandbox",
                                "",
                                "<h1>This checkout has expired</h1><p><a href=\"%s\">Back</a></p>"
                                        .formatted(escape(Json.text(session, "cancel_url")))));
    }

    private static void show(Exchange exchange, ObjectNode session, String wrong)
            throws IOException {
        String success = Json.text(session, "success_url");
        Html.guarded(exchange, "'self' " + origin(success))
                .html(
                        wrong.isEmpty() ? 200 : 402,
                        Html.page("Checkout – sandbox", "", content(session, wrong)));
    }

    private static String content(ObjectNode session, String wrong) {
        boolean once = Json.text(session, "mode").equals("payment");
        JsonNode line = Office.first(session.path(Json.OWN + "line_items"));
        String total = Money.of(session, "amount_total");
        return """
        <h1>%s</h1><p class="hint">%s. A sandbox's checkout: no money moves, and no real card is asked for.</p><p role="alert"><strong>%s</strong></p>
        <form method="post">
        <label><span>E-mail for the receipt</span><input name="email" type="email" required maxlength="254" value="%s" autocomplete="off"></label>
        <label><span>Test card</span><input name="card" inputmode="numeric" maxlength="19" placeholder="4242 4242 4242 4242" autocomplete="off"></label>
        %s
        <button class="go" name="way" value="card">Pay %s</button>%s</form>
        <p><small>4242 4242 4242 4242 pays · 4000 0000 0000 0002 is declined · 4000 0000 0000 0341 pays now and is declined at the next renewal</small></p>
        <p><a href="%s">Cancel and go back</a></p>
        """
                .formatted(
                        escape(Json.text(line, "description")),
                        escape(once ? total : Money.ofPrice(line.path("price"))),
                        escape(wrong),
                        escape(Json.text(session, "customer_email")),
                        session.path("allow_promotion_codes").asBoolean() ? CODE : "",
                        escape(total),
                        once ? BANK : "",
                        escape(Json.text(session, "cancel_url")));
    }

    private static String origin(String url) {
        URI uri = URI.create(url.replace("{CHECKOUT_SESSION_ID}", ""));
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
