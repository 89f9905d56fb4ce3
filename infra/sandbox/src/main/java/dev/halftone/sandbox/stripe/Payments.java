package dev.halftone.sandbox.stripe;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Payment intents and the charges they lead to. */
final class Payments {

    private static final String INTENT =
            """
            {"object":"payment_intent","amount_capturable":0,"application":null,
             "automatic_payment_methods":{"enabled":true},"canceled_at":null,
             "cancellation_reason":null,"capture_method":"automatic",
             "confirmation_method":"automatic","customer_account":null,"description":null,
             "last_payment_error":null,"latest_charge":null,"livemode":false,"next_action":null,
             "payment_method_types":["card"],"processing":null,"receipt_email":null,
             "review":null,"setup_future_usage":null,"shipping":null,
             "statement_descriptor":null,"transfer_group":null}
            """;
    private static final String CHARGE =
            """
            {"object":"charge","amount_refunded":0,"application":null,"captured":true,
             "description":null,"disputed":false,"failure_code":null,
             "failure_message":null,"fraud_details":{},"livemode":false,"paid":true,
             "receipt_email":null,"receipt_number":null,"refunded":false,"review":null,
             "shipping":null,"status":"succeeded","transfer_group":null}
            """;

    private final Office office;

    Payments(Office office) {
        this.office = office;
    }

    /** An intent of which nothing is known yet; a bank's answer takes its time. */
    ObjectNode begin(Bill bill) {
        ObjectNode intent = office.create("pi", INTENT);
        intent.put("amount", bill.amountMinor())
                .put("amount_received", 0)
                .put("currency", bill.currency())
                .put("customer", bill.customer())
                .put("status", "processing")
                .put(Json.OWN + "email", bill.email())
                .put(Json.OWN + "last4", bill.last4());
        intent.set("metadata", Json.object(bill.metadata()));
        return intent;
    }

    ObjectNode pay(Bill bill) {
        ObjectNode intent = begin(bill);
        succeed(intent);
        return intent;
    }

    void succeed(ObjectNode intent) {
        ObjectNode charge = office.create("ch", CHARGE);
        long amount = intent.path("amount").asLong();
        charge.put("amount", amount)
                .put("amount_captured", amount)
                .put("currency", Json.text(intent, "currency"))
                .put("payment_intent", Json.text(intent, "id"))
                .put("receipt_url", office.base + "/receipt/" + Json.text(charge, "id"));
        charge.set("customer", intent.path("customer"));
        charge.set("metadata", intent.path("metadata").deepCopy());
        charge.putObject("billing_details")
                .put("email", text(intent, Json.OWN + "email"))
                .putNull("name")
                .putNull("phone");
        charge.putObject("payment_method_details")
                .put("type", "card")
                .putObject("card")
                .put("brand", "visa")
                .put("last4", Json.text(intent, Json.OWN + "last4"));
        intent.put("status", "succeeded")
                .put("amount_received", amount)
                .put("latest_charge", Json.text(charge, "id"));
        office.say("charge.succeeded", charge);
        office.say("payment_intent.succeeded", intent);
    }

    void fail(ObjectNode intent) {
        intent.put("status", "requires_payment_method");
        intent.putObject("last_payment_error")
                .put("type", "card_error")
                .put("code", "payment_intent_payment_attempt_failed");
        office.say("payment_intent.payment_failed", intent);
    }

    /** The charge of an intent that was paid. */
    ObjectNode chargeOf(String intent) {
        String charge = Json.text(office.records.need("payment_intent", intent), "latest_charge");
        return office.records.need("charge", charge);
    }

    private static @Nullable String text(ObjectNode node, String field) {
        return node.path(field).isString() ? node.path(field).asString() : null;
    }
}
