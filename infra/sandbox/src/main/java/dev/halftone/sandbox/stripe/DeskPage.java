package dev.halftone.sandbox.stripe;

import static dev.halftone.sandbox.http.Html.escape;

import dev.halftone.sandbox.http.Exchange;
import dev.halftone.sandbox.http.Html;
import dev.halftone.sandbox.http.Params;
import dev.halftone.sandbox.work.Mischief;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** Where a developer plays bank, seller and a network that loses things. */
final class DeskPage {

    private static final int EVENTS_SHOWN = 30;
    private static final Duration DELAY = Duration.ofSeconds(20);

    private final Desk desk;
    private final URI address;

    DeskPage(Desk desk, URI address) {
        this.desk = desk;
        this.address = address;
    }

    void handle(Exchange exchange) throws IOException {
        if (!exchange.method().equals("POST")) {
            show(exchange, 200, "");
            return;
        }
        // Another site's page may not press these buttons.
        String site = exchange.header("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin")) {
            show(exchange, 403, "Only from this page.");
            return;
        }
        try {
            act(exchange.form());
            exchange.redirect(address.toString());
        } catch (Refusal refused) {
            show(exchange, 400, String.valueOf(refused.getMessage()));
        }
    }

    private void act(Params form) {
        String id = form.or("id", "");
        switch (form.or("act", "")) {
            case "settle" -> desk.settle(id, true);
            case "refuse" -> desk.settle(id, false);
            case "expire" -> desk.expire(id);
            case "refund" -> desk.refund(id, amount(form));
            case "fail refund" -> desk.failRefund(id);
            case "dispute" -> desk.dispute(id, false);
            case "inquire" -> desk.dispute(id, true);
            case "win" -> desk.close(id, true);
            case "lose" -> desk.close(id, false);
            case "next period" -> desk.nextPeriod(id);
            case "fail renewal" -> {
                desk.useCard(id, Card.DECLINED_LATER);
                desk.nextPeriod(id);
            }
            case "pay overdue" -> {
                desk.useCard(id, Card.PAYS);
                desk.retry(id);
            }
            case "end" -> desk.end(id);
            case "send again" -> desk.deliverAgain(id);
            case "behave" -> desk.behave(mischief(form));
            default -> throw Refusal.of("Nothing was asked for.");
        }
    }

    private static long amount(Params form) {
        return new Fields(form.values()).number("amount", 0);
    }

    private static Mischief mischief(Params form) {
        return new Mischief(
                form.get("lost") != null,
                form.get("twice") == null ? 1 : 2,
                form.get("backwards") != null,
                form.get("late") == null ? Duration.ZERO : DELAY);
    }

    private void show(Exchange exchange, int status, String wrong) throws IOException {
        String content =
                "<h1>The processor's desk</h1><p role=\"alert\">%s</p>".formatted(escape(wrong))
                        + switches()
                        + section("Waiting for a bank, or open", sessions())
                        + section("Payments", payments())
                        + section("Refunds", refunds())
                        + section("Disputes", disputes())
                        + section("Subscriptions", subscriptions())
                        + section("Events", events());
        Html.guarded(exchange, "'self'")
                .html(status, Html.page("The processor's desk – sandbox", "wide", content));
    }

    private String switches() {
        Mischief now = desk.mischief();
        return """
        <h2>Events are</h2><form method="post">%s%s%s%s<button name="act" value="behave">Set</button></form>
        """
                .formatted(
                        box("lost", "lost", now.lost()),
                        box("twice", "brought twice", now.copies() > 1),
                        box("backwards", "brought in the wrong order", now.backwards()),
                        box("late", "brought 20 seconds late", now.delay().isPositive()));
    }

    private static String box(String name, String label, boolean on) {
        return "<label class=\"check\"><input type=\"checkbox\" name=\"%s\"%s><span>%s</span></label>"
                .formatted(name, on ? " checked" : "", label);
    }

    private List<String> sessions() {
        return desk.newestFirst("checkout.session").stream()
                .filter(each -> isWaiting(each) || Json.text(each, "status").equals("open"))
                .map(
                        each ->
                                row(
                                        Money.of(each, "amount_total"),
                                        Json.text(each, "id"),
                                        isWaiting(each)
                                                ? List.of("settle", "refuse")
                                                : List.of("expire")))
                .toList();
    }

    private boolean isWaiting(ObjectNode session) {
        return Json.text(session, "status").equals("complete")
                && Json.text(session, "payment_status").equals("unpaid");
    }

    private List<String> payments() {
        return desk.newestFirst("charge").stream()
                .map(
                        each ->
                                row(
                                        "%s, %s given back"
                                                .formatted(
                                                        Money.of(each, "amount"),
                                                        Money.of(each, "amount_refunded")),
                                        Json.text(each, "payment_intent"),
                                        List.of("refund", "dispute", "inquire"),
                                        Map.of(
                                                "amount",
                                                Long.toString(
                                                        each.path("amount").asLong()
                                                                - each.path("amount_refunded")
                                                                        .asLong()))))
                .toList();
    }

    private List<String> refunds() {
        return rows("refund", "succeeded", List.of("fail refund"));
    }

    private List<String> disputes() {
        return desk.newestFirst("dispute").stream()
                .map(
                        each ->
                                row(
                                        Money.of(each, "amount") + ", " + Json.text(each, "status"),
                                        Json.text(each, "id"),
                                        Json.text(each, "status").endsWith("needs_response")
                                                ? List.of("win", "lose")
                                                : List.of()))
                .toList();
    }

    private List<String> subscriptions() {
        return desk.newestFirst("subscription").stream()
                .filter(each -> !Json.text(each, "status").equals("canceled"))
                .map(
                        each ->
                                row(
                                        Json.text(each, "status"),
                                        Json.text(each, "id"),
                                        Json.text(each, "status").equals("past_due")
                                                ? List.of("pay overdue", "end")
                                                : List.of("next period", "fail renewal")))
                .toList();
    }

    private List<String> events() {
        return desk.newestFirst("event").stream()
                .limit(EVENTS_SHOWN)
                .map(
                        each ->
                                row(
                                        Json.text(each, "type")
                                                + " "
                                                + desk.delivery(Json.text(each, "id")),
                                        Json.text(each, "id"),
                                        List.of("send again")))
                .toList();
    }

    private List<String> rows(String type, String state, List<String> acts) {
        return desk.newestFirst(type).stream()
                .filter(each -> Json.text(each, "status").equals(state))
                .map(each -> row(Money.of(each, "amount"), Json.text(each, "id"), acts))
                .toList();
    }

    private static String row(String text, String id, List<String> acts) {
        return row(text, id, acts, Map.of());
    }

    private static String row(
            String text, String id, List<String> acts, Map<String, String> numbers) {
        String inputs =
                numbers.entrySet().stream()
                        .map(
                                number ->
                                        "<label><span>%s, in the smallest unit</span><input name=\"%s\" value=\"%s\"></label>"
                                                .formatted(
                                                        number.getKey(),
                                                        number.getKey(),
                                                        number.getValue()))
                        .collect(Collectors.joining());
        String buttons =
                acts.stream()
                        .map(
                                act ->
                                        "<button name=\"act\" value=\"%s\">%s</button>"
                                                .formatted(act, act))
                        .collect(Collectors.joining());
        return "<tr><td>%s</td><td><code>%s</code><form method=\"post\"><input type=\"hidden\" name=\"id\" value=\"%s\">%s%s</form></td></tr>"
                .formatted(escape(text), escape(id), escape(id), inputs, buttons);
    }

    private static String section(String title, List<String> rows) {
        return rows.isEmpty()
                ? ""
                : "<h2>%s</h2><table>%s</table>".formatted(title, String.join("", rows));
    }
}
