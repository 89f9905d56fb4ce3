package dev.halftone.sandbox.creem;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checkouts, and what comes of them. */
final class Sales {

    private static final Set<String> PARAMETERS =
            Set.of(
                    "request_id",
                    "product_id",
                    "units",
                    "discount_code",
                    "customer",
                    "success_url",
                    "metadata");

    private final Till till;
    private final Charges charges;
    private final Plans plans;
    private final URI base;

    Sales(Till till, Charges charges, Plans plans, URI base) {
        this.till = till;
        this.charges = charges;
        this.plans = plans;
        this.base = base;
    }

    /** Opens one; the same request opens another one, as no key makes it the same. */
    ObjectNode open(JsonNode request) {
        request.propertyNames().stream()
                .filter(name -> !PARAMETERS.contains(name))
                .findFirst()
                .ifPresent(
                        name -> {
                            throw Refusal.bad("property " + name + " should not exist");
                        });
        ObjectNode product = till.need("product", Json.text(request, "product_id"));
        JsonNode customer = request.path("customer");
        if (customer.has("id") && customer.has("email")) {
            throw Refusal.bad("customer: only one of id and email");
        }
        Optional<ObjectNode> known =
                customer.has("id")
                        ? Optional.of(till.need("customer", Json.text(customer, "id")))
                        : Optional.empty();
        ObjectNode checkout = till.create("ch", "checkout");
        String id = Json.text(checkout, "id");
        checkout.put("status", "pending")
                .put("product", Json.text(product, "id"))
                .put("units", request.path("units").asInt(1))
                .put("request_id", Json.text(request, "request_id"))
                .put("checkout_url", base + "/checkout/" + id)
                .put("success_url", Json.text(request, "success_url"))
                .put(
                        Json.OWN + "email",
                        known.map(each -> Json.text(each, "email"))
                                .orElse(Json.text(customer, "email")))
                .put(Json.OWN + "code", Json.text(request, "discount_code"));
        checkout.set(
                "metadata",
                request.path("metadata").isObject()
                        ? request.path("metadata").deepCopy()
                        : Json.object());
        return checkout;
    }

    /** Fills in the page; answers what it says is wrong, or nothing. */
    Optional<String> pay(ObjectNode checkout, CreemPayer payer) {
        if (!Json.text(checkout, "status").equals("pending")) {
            return Optional.of("This checkout is over.");
        }
        if (payer.email().isBlank()) {
            return Optional.of("An e-mail address is needed.");
        }
        if (!payer.code().isBlank()) {
            checkout.put(Json.OWN + "code", payer.code());
        }
        checkout.put(Json.OWN + "email", payer.email());
        return switch (payer.card()) {
            case PAYS -> {
                complete(checkout);
                yield Optional.empty();
            }
            case DECLINED -> Optional.of("The card was declined.");
            case EMPTY -> Optional.of("The card has not enough money.");
            case null -> {
                checkout.put("status", "processing");
                yield Optional.empty();
            }
        };
    }

    /** What takes days has come to something, or to nothing. */
    void settle(ObjectNode checkout, boolean paid) {
        if (paid) {
            complete(checkout);
        } else {
            checkout.put("status", "expired");
        }
    }

    private void complete(ObjectNode checkout) {
        ObjectNode product = till.need("product", Json.text(checkout, "product"));
        String customer = customer(Json.text(checkout, Json.OWN + "email"));
        boolean once = Json.text(product, "billing_type").equals("onetime");
        Charges.Sum sum =
                Charges.Sum.of(
                        product,
                        product.path("price").asLong(),
                        Json.text(checkout, Json.OWN + "code"));
        ObjectNode order = order(product, customer, once, sum);
        checkout.put("status", "completed")
                .put("customer", customer)
                .put("order", Json.text(order, "id"));
        ObjectNode plan = once ? null : plans.begin(checkout, product, customer, id(order));
        charged(order, product, customer, sum, plan);
        if (plan != null) {
            checkout.put("subscription", Json.text(plan, "id"));
        }
        till.say("checkout.completed", whole(checkout));
        if (plan != null) {
            plans.say("subscription.active", plan);
            plans.say("subscription.paid", plan);
        }
    }

    private ObjectNode order(ObjectNode product, String customer, boolean once, Charges.Sum sum) {
        ObjectNode order = till.create("ord", "order");
        order.put("customer", customer)
                .put("product", Json.text(product, "id"))
                .put("amount", sum.net())
                .put("sub_total", product.path("price").asLong())
                .put("tax_amount", sum.tax())
                .put("discount_amount", sum.discount())
                .put("amount_due", sum.paid())
                .put("amount_paid", sum.paid())
                .put("currency", Json.text(product, "currency"))
                .put("status", "paid")
                .put("type", once ? "onetime" : "recurring");
        return till.touched(order);
    }

    /** Of what costs nothing there is no transaction. */
    private void charged(
            ObjectNode order,
            ObjectNode product,
            String customer,
            Charges.Sum sum,
            @Nullable ObjectNode plan) {
        if (plan != null) {
            order.put("transaction", Json.text(plan, "last_transaction_id"));
        } else if (sum.paid() > 0) {
            order.put("transaction", id(charges.charge(product, sum, customer, id(order), null)));
        }
    }

    /** The one with that address; every shop has one of each. */
    private String customer(String email) {
        return till.newestFirst("customer").stream()
                .filter(each -> Json.text(each, "email").equals(email))
                .findFirst()
                .map(Sales::id)
                .orElseGet(
                        () ->
                                id(
                                        till.touched(
                                                till.create("cust", "customer")
                                                        .put("email", email)
                                                        .put("name", "A Payer")
                                                        .put("country", "NL"))));
    }

    private static String id(ObjectNode thing) {
        return Json.text(thing, "id");
    }

    /** A checkout with everything that belongs to it. */
    ObjectNode whole(ObjectNode checkout) {
        ObjectNode whole = Json.shown(checkout);
        for (String part : Set.of("product", "order", "customer", "subscription")) {
            till.find(part, Json.text(checkout, part))
                    .ifPresent(each -> whole.set(part, Json.shown(each)));
        }
        return whole;
    }
}
