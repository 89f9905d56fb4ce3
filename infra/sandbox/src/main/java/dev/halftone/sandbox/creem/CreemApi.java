package dev.halftone.sandbox.creem;

import dev.halftone.sandbox.http.Exchange;
import dev.halftone.sandbox.work.Bodies;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The calls; see https://docs.creem.io/api-reference. */
final class CreemApi {

    private static final int PAGE_SIZE = 10;
    private static final int PAGE_SIZE_MAX = 100;

    private final Till till;
    private final Sales sales;
    private final Charges charges;
    private final Plans plans;
    private final String key;
    private final URI base;
    private final AtomicInteger down = new AtomicInteger();

    CreemApi(Till till, Sales sales, Charges charges, Plans plans, Access access) {
        this.till = till;
        this.sales = sales;
        this.charges = charges;
        this.plans = plans;
        this.key = access.key();
        this.base = access.base();
    }

    /**
     * Who may call, and where.
     *
     * @param key what is to be shown
     */
    record Access(String key, URI base) {

        @Override
        public String toString() {
            return "Access[base=%s]".formatted(base);
        }
    }

    /** So many of the next calls are answered 503. */
    void beDown(int calls) {
        down.set(calls);
    }

    void handle(Exchange exchange, String path) throws IOException {
        try {
            if (!key.equals(exchange.header("x-api-key"))) {
                throw Refusal.of(401, "Invalid API key");
            }
            if (down.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw Refusal.of(503, "Service unavailable");
            }
            if (path.equals("moderation/prompt") && exchange.method().equals("POST")) {
                Moderation.judge(exchange, body(exchange));
                return;
            }
            exchange.json(200, till.act(() -> answer(exchange, path)));
        } catch (Refusal refused) {
            exchange.json(refused.status(), error(refused));
        }
    }

    private ObjectNode answer(Exchange exchange, String path) {
        return exchange.method().equals("POST")
                ? posted(path, body(exchange))
                : looked(exchange, path);
    }

    private ObjectNode posted(String path, JsonNode body) {
        return switch (path) {
            case "checkouts" -> Json.shown(sales.open(body));
            case "refunds" -> refunded(till.need("transaction", need(body, "transaction_id")));
            case "customers/billing" -> portal(till.need("customer", need(body, "customer_id")));
            default -> changed(path.split("/", -1), body);
        };
    }

    /** In full: the call takes no amount. */
    private ObjectNode refunded(ObjectNode charge) {
        charges.refund(
                charge,
                charge.path("amount_paid").asLong() - charge.path("refunded_amount").asLong(0),
                true);
        return Json.object().put("status", "succeeded");
    }

    private ObjectNode portal(ObjectNode customer) {
        String token = UUID.randomUUID().toString();
        till.add(token, "portal").put("customer", Json.text(customer, "id"));
        return Json.object().put("customer_portal_link", base + "/portal/" + token);
    }

    private ObjectNode changed(String[] parts, JsonNode body) {
        if (parts.length != 3 || !parts[0].equals("subscriptions")) {
            throw Refusal.of(404, "Cannot POST");
        }
        ObjectNode plan = till.need("subscription", parts[1]);
        switch (parts[2]) {
            case "cancel" -> plans.cancel(plan, !Json.text(body, "mode").equals("scheduled"));
            case "resume" -> plans.resume(plan);
            case "pause" -> plans.pause(plan);
            case "upgrade" ->
                    plans.upgrade(
                            plan,
                            till.need("product", need(body, "product_id")),
                            body.path("update_behavior").asString("proration-charge-immediately"));
            default -> throw Refusal.of(404, "Cannot POST");
        }
        return plans.whole(plan);
    }

    private ObjectNode looked(Exchange exchange, String path) {
        return switch (path) {
            case "checkouts" -> sales.whole(one(exchange, "checkout"));
            case "products" -> Json.shown(one(exchange, "product"));
            case "transactions" -> Json.shown(one(exchange, "transaction"));
            case "subscriptions" -> plans.whole(one(exchange, "subscription"));
            case "products/search" -> page(exchange, "product", Json::shown);
            case "subscriptions/search" -> page(exchange, "subscription", plans::whole);
            case "transactions/search" -> page(exchange, "transaction", Json::shown);
            default -> throw Refusal.of(404, "Cannot GET");
        };
    }

    private ObjectNode one(Exchange exchange, String type) {
        return till.need(type, exchange.query().or(type + "_id", ""));
    }

    /** Newest first. */
    private ObjectNode page(
            Exchange exchange, String type, Function<ObjectNode, ObjectNode> shown) {
        int number = number(exchange, "page_number", 1);
        int size = Math.min(PAGE_SIZE_MAX, number(exchange, "page_size", PAGE_SIZE));
        List<ObjectNode> all = wanted(exchange, till.newestFirst(type).stream()).toList();
        int pages = Math.ceilDiv(all.size(), size);
        ObjectNode page = Json.object();
        ArrayNode items = page.putArray("items");
        all.stream().skip((number - 1L) * size).limit(size).map(shown).forEach(items::add);
        ObjectNode pagination = page.putObject("pagination");
        pagination
                .put("total_records", all.size())
                .put("total_pages", pages)
                .put("current_page", number)
                .put("next_page", number < pages ? Integer.valueOf(number + 1) : null)
                .put("prev_page", number > 1 ? Integer.valueOf(number - 1) : null);
        return page;
    }

    private static Stream<ObjectNode> wanted(Exchange exchange, Stream<ObjectNode> all) {
        Stream<ObjectNode> wanted = all;
        for (String field : List.of("order", "customer")) {
            String id = exchange.query().get(field + "_id");
            if (id != null) {
                wanted = wanted.filter(each -> Json.text(each, field).equals(id));
            }
        }
        String product = exchange.query().get("product_id");
        return product == null
                ? wanted
                : wanted.filter(each -> Json.text(each, Json.OWN + "product").equals(product));
    }

    private static int number(Exchange exchange, String name, int usual) {
        String text = exchange.query().or(name, Integer.toString(usual));
        if (!text.matches("[1-9]\\d{0,5}")) {
            throw Refusal.bad(name + " must be a positive number");
        }
        return Integer.parseInt(text);
    }

    private static String need(JsonNode body, String field) {
        String value = Json.text(body, field);
        if (value.isEmpty()) {
            throw Refusal.bad(field + " should not be empty");
        }
        return value;
    }

    private static JsonNode body(Exchange exchange) {
        return Bodies.object(exchange).orElseGet(Json::object);
    }

    private ObjectNode error(Refusal refused) {
        ObjectNode error =
                Json.object()
                        .put("trace_id", UUID.randomUUID().toString())
                        .put("status", refused.status())
                        .put("error", refused.status() == 401 ? "Unauthorized" : "Bad Request")
                        .put("timestamp", till.now().toEpochMilli());
        error.putArray("message").add(refused.said());
        return error;
    }
}
