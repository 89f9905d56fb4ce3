package dev.halftone.sandbox.creem;

import static dev.halftone.sandbox.http.Html.escape;

import dev.halftone.sandbox.http.Exchange;
import dev.halftone.sandbox.http.Html;
import dev.halftone.sandbox.http.Params;
import dev.halftone.sandbox.work.Mischief;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** Where a developer plays bank, shop and a network that loses things. */
final class DeskPage {

    private static final int EVENTS_SHOWN = 30;
    private static final Duration DELAY = Duration.ofSeconds(20);

    private final CreemDesk desk;
    private final URI address;

    DeskPage(CreemDesk desk, URI address) {
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
            show(exchange, 400, refused.said());
        }
    }

    private void act(Params form) {
        String id = form.or("id", "");
        switch (form.or("act", "")) {
            case "settle" -> desk.settle(id, true);
            case "expire" -> desk.expire(id);
            case "refund" -> desk.refund(id, amount(form), true);
            case "begin refund" -> desk.refund(id, amount(form), false);
            case "finish refund" -> desk.settleRefund(id);
            case "dispute" -> desk.dispute(id);
            case "win" -> desk.close(id, true);
            case "lose" -> desk.close(id, false);
            case "next period" -> desk.nextPeriod(id, true);
            case "fail renewal" -> desk.nextPeriod(id, false);
            case "end" -> desk.cancel(id, true);
            case "send again" -> desk.deliverAgain(id);
            case "behave" -> {
                desk.behave(mischief(form));
                desk.signTimed(form.get("timed") != null);
            }
            default -> throw Refusal.bad("Nothing was asked for.");
        }
    }

    private static long amount(Params form) {
        String text = form.or("amount", "");
        if (!text.matches("\\d{1,12}")) {
            throw Refusal.bad("An amount is a whole number.");
        }
        return Long.parseLong(text);
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
                "<h1>Creem's desk</h1><p role=\"alert\">%s</p>".formatted(escape(wrong))
                        + switches()
                        + section("Checkouts", "checkout", List.of("settle", "expire"))
                        + section(
                                "Transactions",
                                "transaction",
                                List.of("refund", "begin refund", "dispute"))
                        + section("Refunds", "refund", List.of("finish refund"))
                        + section("Disputes", "dispute", List.of("win", "lose"))
                        + section(
                                "Subscriptions",
                                "subscription",
                                List.of("next period", "fail renewal", "end"))
                        + section("Events", "event", List.of("send again"));
        Html.guarded(exchange, "'self'")
                .html(status, Html.page("Creem's desk – sandbox", "wide", content));
    }

    private String switches() {
        Mischief now = desk.mischief();
        return """
        <h2>Events are</h2><form method="post">%s%s%s%s%s<button name="act" value="behave">Set</button></form>
        """
                .formatted(
                        box("lost", "lost", now.lost()),
                        box("twice", "brought twice", now.copies() > 1),
                        box("backwards", "brought in the wrong order", now.backwards()),
                        box("late", "brought 20 seconds late", now.delay().isPositive()),
                        box("timed", "signed with the time", false));
    }

    private static String box(String name, String label, boolean on) {
        return "<label class=\"check\"><input type=\"checkbox\" name=\"%s\"%s><span>%s</span></label>"
                .formatted(name, on ? " checked" : "", label);
    }

    private String section(String title, String type, List<String> acts) {
        List<ObjectNode> things = desk.newestFirst(type);
        return things.isEmpty()
                ? ""
                : things.stream()
                        .limit(EVENTS_SHOWN)
                        .map(each -> row(each, acts))
                        .collect(
                                Collectors.joining(
                                        "", "<h2>%s</h2><table>".formatted(title), "</table>"));
    }

    private String row(ObjectNode thing, List<String> acts) {
        String id = Json.text(thing, "id");
        String text =
                Json.text(thing, "eventType")
                        + Json.text(thing, "status")
                        + " "
                        + desk.delivery(id);
        String amount =
                acts.contains("refund")
                        ? "<label><span>In the smallest unit</span><input name=\"amount\" value=\"%d\"></label>"
                                .formatted(thing.path("amount_paid").asLong())
                        : "";
        String buttons =
                acts.stream()
                        .map(
                                act ->
                                        "<button name=\"act\" value=\"%s\">%s</button>"
                                                .formatted(act, act))
                        .collect(Collectors.joining());
        return "<tr><td>%s</td><td><code>%s</code><form method=\"post\"><input type=\"hidden\" name=\"id\" value=\"%s\">%s%s</form></td></tr>"
                .formatted(escape(text), escape(id), escape(id), amount, buttons);
    }
}
