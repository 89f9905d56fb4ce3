package dev.halftone.sandbox.stripe;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Which address does what. */
final class Resources {

    private static final String DELIVERED = "delivery_success";
    private static final String OWN_DELIVERED = Json.OWN + DELIVERED;
    private static final Set<String> TRUTHS = Set.of("true", "false");

    private static final Map<String, Listing> LISTINGS =
            Map.ofEntries(
                    Map.entry("customers", new Listing("customer", Map.of("email", "email"))),
                    Map.entry(
                            "checkout/sessions",
                            new Listing(
                                    "checkout.session",
                                    Map.of(
                                            "customer", "customer",
                                            "payment_intent", "payment_intent",
                                            "status", "status",
                                            "subscription", "subscription"))),
                    Map.entry(
                            "payment_intents",
                            new Listing("payment_intent", Map.of("customer", "customer"))),
                    Map.entry(
                            "charges",
                            new Listing(
                                    "charge",
                                    Map.of(
                                            "customer", "customer",
                                            "payment_intent", "payment_intent"))),
                    Map.entry("refunds", new Listing("refund", ofPayment())),
                    Map.entry("disputes", new Listing("dispute", ofPayment())),
                    Map.entry(
                            "subscriptions",
                            new Listing("subscription", Map.of("customer", "customer"))),
                    Map.entry(
                            "invoices",
                            new Listing(
                                    "invoice",
                                    Map.of(
                                            "customer", "customer",
                                            "status", "status",
                                            "subscription",
                                                    "parent.subscription_details.subscription"))),
                    Map.entry(
                            "invoice_payments",
                            new Listing(
                                    "invoice_payment",
                                    Map.of(
                                            "invoice", "invoice",
                                            "payment[payment_intent]", "payment.payment_intent",
                                            "payment[type]", "payment.type",
                                            "status", "status"))),
                    Map.entry("prices", new Listing("price", Map.of("currency", "currency"))),
                    Map.entry(
                            "events",
                            new Listing(
                                    "event", Map.of("type", "type", DELIVERED, OWN_DELIVERED))));

    private final Office office;
    private final Customers customers;
    private final Checkouts checkouts;
    private final Billing billing;
    private final Refunds refunds;
    private final Portals portals;

    Resources(
            Office office,
            Customers customers,
            Checkouts checkouts,
            Billing billing,
            Refunds refunds) {
        this.office = office;
        this.customers = customers;
        this.checkouts = checkouts;
        this.billing = billing;
        this.refunds = refunds;
        this.portals = new Portals(office);
    }

    private static Map<String, String> ofPayment() {
        return Map.of("charge", "charge", "payment_intent", "payment_intent");
    }

    /**
     * @param path from {@code v1/} on
     */
    ObjectNode answer(String method, String path, Fields fields) {
        Listing whole = LISTINGS.get(path);
        if (method.equals("GET") && whole != null) {
            return whole.page(path, fields, objects(whole.type(), fields));
        }
        return switch (method + " " + path) {
            case "GET webhook_endpoints" -> {
                fields.onlyOf(Set.of("limit"));
                yield Json.list("/v1/webhook_endpoints", List.of(office.courier.endpoint()), false);
            }
            case "POST customers" -> {
                fields.onlyOf(Customers.PARAMETERS);
                yield customers.create(fields);
            }
            case "POST checkout/sessions" -> {
                fields.onlyOf(Checkouts.PARAMETERS);
                yield checkouts.create(fields);
            }
            case "POST refunds" -> {
                fields.onlyOf(Refunds.PARAMETERS);
                yield refunds.create(fields);
            }
            case "POST billing_portal/sessions" -> {
                fields.onlyOf(Portals.PARAMETERS);
                yield portals.create(fields);
            }
            default -> one(method, path, fields);
        };
    }

    /** Newest first. Of an event, whether it was taken by now. */
    private List<ObjectNode> objects(String type, Fields fields) {
        List<ObjectNode> objects = office.records.newestFirst(type);
        if (!type.equals("event")) {
            return objects;
        }
        if (!TRUTHS.contains(fields.or(DELIVERED, "true"))) {
            throw Refusal.ofParameter("parameter_invalid", DELIVERED, "Invalid boolean");
        }
        return objects.stream().map(this::delivered).toList();
    }

    private ObjectNode delivered(ObjectNode event) {
        boolean isPending = office.courier.isPending(Json.text(event, "id"));
        return event.deepCopy()
                .put("pending_webhooks", isPending ? 1 : 0)
                .put(OWN_DELIVERED, Boolean.toString(!isPending));
    }

    private ObjectNode one(String method, String path, Fields fields) {
        int from = path.startsWith("checkout/") ? "checkout/sessions/".length() : 0;
        int slash = from > 0 ? from - 1 : path.indexOf('/');
        Listing listing = slash < 0 ? null : LISTINGS.get(path.substring(0, slash));
        if (listing == null) {
            throw Refusal.unknownAddress(method, "v1/" + path);
        }
        String[] rest = path.substring(slash + 1).split("/", 2);
        String what = method + " " + listing.type() + (rest.length > 1 ? " " + rest[1] : "");
        ObjectNode object = office.records.need(listing.type(), rest[0]);
        return act(what, object, fields, method + " v1/" + path);
    }

    private ObjectNode act(String what, ObjectNode object, Fields fields, String call) {
        return switch (what) {
            case "GET checkout.session line_items" ->
                    (ObjectNode) object.path(Json.OWN + "line_items");
            case "POST checkout.session expire" -> {
                fields.onlyOf(Set.of());
                yield checkouts.expire(object);
            }
            case "POST customer" -> {
                fields.onlyOf(Customers.PARAMETERS);
                customers.change(object, fields);
                yield object;
            }
            case "POST subscription" -> {
                fields.onlyOf(Set.of("cancel_at_period_end", "metadata[]"));
                billing.cancelAtPeriodEnd(object, fields.isTrue("cancel_at_period_end"));
                yield object;
            }
            case "DELETE subscription" -> {
                billing.end(object, "cancellation_requested");
                yield object;
            }
            default -> {
                if (!call.startsWith("GET ") || what.indexOf(' ') != what.lastIndexOf(' ')) {
                    throw Refusal.unknownAddress(
                            call.substring(0, call.indexOf(' ')),
                            call.substring(call.indexOf(' ') + 1));
                }
                fields.onlyOf(Set.of());
                yield object;
            }
        };
    }
}
