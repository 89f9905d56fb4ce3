package dev.halftone.sandbox.creem;

import static dev.halftone.sandbox.http.Html.escape;

import dev.halftone.sandbox.http.Exchange;
import dev.halftone.sandbox.http.Html;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** Where a customer sees what they pay for, and ends it at once. There is no way back from here. */
final class PortalPage {

    private final CreemDesk desk;
    private final URI base;

    PortalPage(CreemDesk desk, URI base) {
        this.desk = desk;
        this.base = base;
    }

    void handle(Exchange exchange, String token) throws IOException {
        String customer = Json.text(desk.need("portal", token), "customer");
        List<ObjectNode> plans =
                desk.newestFirst("subscription").stream()
                        .filter(each -> Json.text(each, "customer").equals(customer))
                        .toList();
        if (!exchange.method().equals("POST")) {
            Html.guarded(exchange, "'self'")
                    .html(200, Html.page("Your subscriptions – sandbox", "", content(plans)));
            return;
        }
        String wanted = exchange.form().or("id", "");
        plans.stream()
                .filter(each -> Json.text(each, "id").equals(wanted))
                .forEach(each -> desk.cancel(wanted, true));
        exchange.redirect(base + "/" + token);
    }

    private static String content(List<ObjectNode> plans) {
        return plans.stream()
                .map(
                        each ->
                                "<tr><td>%s</td><td>%s until %s%s</td></tr>"
                                        .formatted(
                                                escape(Json.text(each, "product")),
                                                escape(Json.text(each, "status")),
                                                escape(Json.text(each, "current_period_end_date")),
                                                cancel(each)))
                .collect(Collectors.joining("", "<h1>Your subscriptions</h1><table>", "</table>"));
    }

    private static String cancel(ObjectNode plan) {
        return Json.text(plan, "status").equals("canceled")
                ? ""
                : "<form method=\"post\"><button name=\"id\" value=\"%s\">Cancel</button></form>"
                        .formatted(escape(Json.text(plan, "id")));
    }
}
