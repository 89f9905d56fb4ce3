package dev.halftone.sandbox.stripe;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Checkout sessions: opened by the product, ended by whoever pays. */
final class Checkouts {

    /** See https://docs.stripe.com/api/checkout/sessions/create; those this account understands. */
    static final Set<String> PARAMETERS =
            Set.of(
                    "mode",
                    "customer",
                    "customer_email",
                    "customer_creation",
                    "customer_update[address]",
                    "customer_update[name]",
                    "client_reference_id",
                    "success_url",
                    "cancel_url",
                    "line_items[][price]",
                    "line_items[][quantity]",
                    "automatic_tax[enabled]",
                    "tax_id_collection[enabled]",
                    "billing_address_collection",
                    "allow_promotion_codes",
                    "metadata[]",
                    "payment_intent_data[metadata][]",
                    "payment_intent_data[description]",
                    "subscription_data[metadata][]",
                    "subscription_data[description]",
                    "expires_at",
                    "locale");

    private static final String SESSION =
            """
            {"object":"checkout.session","adaptive_pricing":null,"after_expiration":null,
             "allow_promotion_codes":null,"billing_address_collection":null,"cancel_url":null,
             "client_reference_id":null,"client_secret":null,"collected_information":null,
             "consent":null,"consent_collection":null,"currency_conversion":null,
             "custom_fields":[],"customer":null,"customer_account":null,
             "customer_creation":null,"customer_details":null,"customer_email":null,
             "discounts":[],"invoice":null,"invoice_creation":null,"livemode":false,
             "locale":null,"metadata":{},"origin_context":null,"payment_intent":null,
             "payment_link":null,"payment_method_collection":null,
             "payment_method_configuration_details":null,"payment_method_options":{},
             "payment_method_types":["card"],"payment_status":"unpaid","permissions":null,
             "phone_number_collection":{"enabled":false},"recovered_from":null,
             "saved_payment_method_options":null,"setup_intent":null,
             "shipping_address_collection":null,"shipping_cost":null,"shipping_options":[],
             "status":"open","submit_type":null,"subscription":null,
             "ui_mode":"hosted_page","wallet_options":null}
            """;
    private static final Duration LIFE_MIN = Duration.ofMinutes(30);
    private static final Duration LIFE_MAX = Duration.ofHours(24);
    // Clocks differ a little.
    private static final Duration SLACK = Duration.ofMinutes(1);
    private static final int REFERENCE_CHARACTERS_MAX = 200;

    private final Office office;
    private final Customers customers;
    private final Payments payments;
    private final Billing billing;

    Checkouts(Office office, Customers customers, Payments payments, Billing billing) {
        this.office = office;
        this.customers = customers;
        this.payments = payments;
        this.billing = billing;
    }

    ObjectNode create(Fields fields) {
        String mode = fields.need("mode");
        ObjectNode price = price(fields, mode);
        check(fields, mode);
        long expires = expires(fields);
        long quantity = fields.number("line_items[0][quantity]", 1);
        ObjectNode session = office.create("cs_test", SESSION);
        String id = Json.text(session, "id");
        long subtotal = price.path("unit_amount").asLong() * quantity;
        session.put("mode", mode)
                .put("amount_subtotal", subtotal)
                .put("amount_total", subtotal)
                .put("currency", Json.text(price, "currency"))
                .put("customer", fields.get("customer"))
                .put("customer_email", fields.get("customer_email"))
                .put("customer_creation", fields.get("customer_creation"))
                .put("client_reference_id", fields.get("client_reference_id"))
                .put("success_url", fields.need("success_url"))
                .put("cancel_url", fields.get("cancel_url"))
                .put("allow_promotion_codes", fields.isTrue("allow_promotion_codes"))
                .put("locale", fields.get("locale"))
                .put("expires_at", expires)
                .put("url", office.base + "/pay/" + id);
        session.putObject("automatic_tax")
                .put("enabled", fields.isTrue("automatic_tax[enabled]"))
                .putNull("liability")
                .putNull("status");
        total(session, new Totals(subtotal, 0, 0));
        session.set("metadata", Json.object(fields.metadata("")));
        String data = mode.equals("payment") ? "payment_intent_data" : "subscription_data";
        session.set(Json.OWN + "data", Json.object(fields.metadata(data)));
        session.set(Json.OWN + "line_items", lines(id, price, quantity));
        return session;
    }

    /** Pays; answers what is wrong with the payment, or nothing. */
    Optional<String> complete(ObjectNode session, Payer payer) {
        requireOpen(session);
        Optional<Coupon> coupon = Coupon.typed(payer.promotionCode());
        boolean promotes = session.path("allow_promotion_codes").asBoolean();
        if (!payer.promotionCode().isBlank() && (coupon.isEmpty() || !promotes)) {
            return Optional.of("This code is not valid.");
        }
        long subtotal = session.path("amount_subtotal").asLong();
        boolean taxed = session.path("automatic_tax").path("enabled").asBoolean();
        long discount = coupon.map(found -> found.of(subtotal)).orElse(0L);
        Totals totals = Totals.of(subtotal, discount, taxed);
        if (payer.card() == Card.DECLINED && totals.total() > 0) {
            return Optional.of("The card was declined. Nothing was charged.");
        }
        boolean once = Json.text(session, "mode").equals("payment");
        if (payer.card() == null && !once) {
            return Optional.of("A subscription is paid by card here.");
        }
        total(session, totals);
        payer(session, payer);
        if (session.path("customer").isNull()
                && (!once || Json.text(session, "customer_creation").equals("always"))) {
            session.put("customer", Json.text(customers.create(payer.email()), "id"));
        }
        if (once) {
            payOnce(session, payer, totals);
        } else {
            subscribe(session, payer, totals);
        }
        session.put("status", "complete").putNull("url");
        office.say("checkout.session.completed", session);
        return Optional.empty();
    }

    /** The bank's answer to a debit. */
    void settle(ObjectNode session, boolean paid) {
        ObjectNode intent =
                office.records.need("payment_intent", Json.text(session, "payment_intent"));
        if (!Json.text(intent, "status").equals("processing")) {
            throw Refusal.of("No bank is asked.");
        }
        if (paid) {
            payments.succeed(intent);
            session.put("payment_status", "paid");
            office.say("checkout.session.async_payment_succeeded", session);
        } else {
            payments.fail(intent);
            office.say("checkout.session.async_payment_failed", session);
        }
    }

    ObjectNode expire(ObjectNode session) {
        requireOpen(session);
        session.put("status", "expired").putNull("url");
        office.say("checkout.session.expired", session);
        return session;
    }

    private void payOnce(ObjectNode session, Payer payer, Totals totals) {
        if (totals.total() == 0) {
            session.put("payment_status", "no_payment_required");
            return;
        }
        Bill bill = bill(session, payer, totals);
        ObjectNode intent = payer.card() == null ? payments.begin(bill) : payments.pay(bill);
        session.put("payment_intent", Json.text(intent, "id"))
                .put("payment_status", payer.card() == null ? "unpaid" : "paid");
    }

    private void subscribe(ObjectNode session, Payer payer, Totals totals) {
        ObjectNode subscription =
                billing.start(
                        bill(session, payer, totals),
                        (ObjectNode)
                                Office.first(session.path(Json.OWN + "line_items")).path("price"),
                        totals,
                        session.path("automatic_tax").path("enabled").asBoolean());
        session.put("subscription", Json.text(subscription, "id"))
                .put("invoice", Json.text(subscription, "latest_invoice"))
                .put("payment_status", totals.total() == 0 ? "no_payment_required" : "paid");
    }

    private static Bill bill(ObjectNode session, Payer payer, Totals totals) {
        Map<String, String> metadata = new HashMap<>();
        session.path(Json.OWN + "data")
                .properties()
                .forEach(entry -> metadata.put(entry.getKey(), entry.getValue().asString()));
        Card card = payer.card();
        return new Bill(
                totals.total(),
                Json.text(session, "currency"),
                nullable(session, "customer"),
                payer.email(),
                metadata,
                card == null ? "" : card.last4());
    }

    private static @Nullable String nullable(ObjectNode node, String field) {
        return node.path(field).isNull() ? null : Json.text(node, field);
    }

    private static void payer(ObjectNode session, Payer payer) {
        session.putObject("customer_details")
                .put("email", payer.email())
                .putNull("name")
                .putNull("phone")
                .put("tax_exempt", "none")
                .putNull("address");
    }

    private static void total(ObjectNode session, Totals totals) {
        session.put("amount_total", totals.total());
        session.putObject("total_details")
                .put("amount_discount", totals.discount())
                .put("amount_shipping", 0)
                .put("amount_tax", totals.tax());
    }

    private static ObjectNode lines(String session, ObjectNode price, long quantity) {
        ObjectNode line =
                Json.object("{\"object\":\"item\",\"amount_discount\":0,\"amount_tax\":0}");
        long amount = price.path("unit_amount").asLong() * quantity;
        line.put("id", "li_" + session.substring("cs_test_".length()))
                .put("amount_subtotal", amount)
                .put("amount_total", amount)
                .put("currency", Json.text(price, "currency"))
                .put("description", Json.text(price, "nickname"))
                .put("quantity", quantity);
        line.set("price", price.deepCopy());
        return Json.list("/v1/checkout/sessions/" + session + "/line_items", List.of(line), false);
    }

    private ObjectNode price(Fields fields, String mode) {
        String id = fields.need("line_items[0][price]");
        ObjectNode price =
                office.records
                        .find("price", id)
                        .orElseThrow(
                                () ->
                                        Refusal.ofParameter(
                                                "resource_missing",
                                                "line_items[0][price]",
                                                "No such price: '%s'".formatted(id)));
        boolean recurring = price.path("recurring").isObject();
        if (!Set.of("payment", "subscription").contains(mode)
                || recurring != mode.equals("subscription")) {
            throw Refusal.ofParameter(
                    "parameter_invalid", "mode", "This price is not for mode " + mode + ".");
        }
        return price;
    }

    private void check(Fields fields, String mode) {
        String customer = fields.get("customer");
        if (customer == null) {
            if (fields.get("customer_update[address]") != null) {
                throw Refusal.of("`customer_update` can only be used with `customer`.");
            }
        } else {
            if (office.records.find("customer", customer).isEmpty()) {
                throw Refusal.ofParameter(
                        "resource_missing",
                        "customer",
                        "No such customer: '%s'".formatted(customer));
            }
            if (fields.get("customer_email") != null) {
                throw Refusal.of("Either `customer` or `customer_email`, not both.");
            }
        }
        String other = mode.equals("payment") ? "subscription_data" : "payment_intent_data";
        if (!fields.metadata(other).isEmpty()) {
            throw Refusal.of("`%s` is not for mode %s.".formatted(other, mode));
        }
        if (fields.or("client_reference_id", "").length() > REFERENCE_CHARACTERS_MAX) {
            throw Refusal.ofParameter(
                    "parameter_invalid_string", "client_reference_id", "It is too long.");
        }
    }

    private long expires(Fields fields) {
        long now = office.now();
        long expires = fields.number("expires_at", now + LIFE_MAX.toSeconds());
        if (expires < now + LIFE_MIN.minus(SLACK).toSeconds()
                || expires > now + LIFE_MAX.plus(SLACK).toSeconds()) {
            throw Refusal.ofParameter(
                    "parameter_invalid",
                    "expires_at",
                    "`expires_at` is between 30 minutes and 24 hours from now.");
        }
        return expires;
    }

    private void requireOpen(ObjectNode session) {
        if (!Json.text(session, "status").equals("open")) {
            throw Refusal.of("This session is not open.");
        }
    }
}
