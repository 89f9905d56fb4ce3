package dev.halftone.sandbox.stripe;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Money that goes back by the seller's will. */
final class Refunds {

    static final Set<String> PARAMETERS =
            Set.of("payment_intent", "charge", "amount", "reason", "metadata[]");

    private static final String REFUND =
            """
            {"object":"refund","balance_transaction":null,
             "destination_details":{"card":{"type":"refund"},"type":"card"},"reason":null,
             "receipt_number":null,"source_transfer_reversal":null,"transfer_reversal":null}
            """;

    private final Office office;
    private final Payments payments;

    Refunds(Office office, Payments payments) {
        this.office = office;
        this.payments = payments;
    }

    ObjectNode create(Fields fields) {
        String intent = fields.get("payment_intent");
        ObjectNode charge =
                intent == null
                        ? office.records.need("charge", fields.need("charge"))
                        : payments.chargeOf(intent);
        long rest = charge.path("amount").asLong() - charge.path("amount_refunded").asLong();
        return refund(
                charge, fields.number("amount", rest), fields.get("reason"), fields.metadata(""));
    }

    ObjectNode refund(
            ObjectNode charge, long amount, @Nullable String reason, Map<String, String> metadata) {
        long refunded = charge.path("amount_refunded").asLong();
        long rest = charge.path("amount").asLong() - refunded;
        if (rest == 0) {
            throw Refusal.ofCode("charge_already_refunded", "The charge was refunded before.");
        }
        if (amount < 1 || amount > rest) {
            throw Refusal.ofParameter(
                    "amount_too_large",
                    "amount",
                    "Refund amount (%d) is not within what is left (%d).".formatted(amount, rest));
        }
        ObjectNode refund = office.create("re", REFUND);
        refund.put("amount", amount)
                .put("charge", Json.text(charge, "id"))
                .put("payment_intent", Json.text(charge, "payment_intent"))
                .put("currency", Json.text(charge, "currency"))
                .put("reason", reason)
                .put("status", "succeeded");
        refund.set("metadata", Json.object(metadata));
        amount(charge, refunded + amount);
        office.say("charge.refunded", charge);
        office.say("refund.created", refund);
        return refund;
    }

    /** The payer's bank sends the money back to the seller. */
    void fail(ObjectNode refund) {
        if (!Json.text(refund, "status").equals("succeeded")) {
            throw Refusal.of("Only what was refunded can fail.");
        }
        ObjectNode charge = office.records.need("charge", Json.text(refund, "charge"));
        refund.put("status", "failed").put("failure_reason", "lost_or_stolen_card");
        amount(charge, charge.path("amount_refunded").asLong() - refund.path("amount").asLong());
        office.say("refund.updated", refund);
        office.say("refund.failed", refund);
    }

    private static void amount(ObjectNode charge, long refunded) {
        charge.put("amount_refunded", refunded)
                .put("refunded", refunded == charge.path("amount").asLong());
    }
}
