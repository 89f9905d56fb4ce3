package dev.halftone.sandbox.creem;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Money that comes in, and goes back. */
final class Charges {

    private static final Map<String, Integer> CODES = Map.of("HALF", 50, "FREE", 100);
    private static final int HUNDRED = 100;

    private final Till till;

    Charges(Till till) {
        this.till = till;
    }

    /**
     * What a buyer has to pay.
     *
     * @param net after the discount, with the tax if that is included
     */
    record Sum(long net, long discount, long tax, long paid) {

        static Sum of(ObjectNode product, long price, String code) {
            int percent = CODES.getOrDefault(code.strip().toUpperCase(Locale.ROOT), 0);
            long discount = price * percent / HUNDRED;
            long net = price - discount;
            int rate = product.path(Json.OWN + "tax").asInt();
            return Json.text(product, "tax_mode").equals("inclusive")
                    ? new Sum(net, discount, net * rate / (HUNDRED + rate), net)
                    : new Sum(net, discount, net * rate / HUNDRED, net + net * rate / HUNDRED);
        }
    }

    /**
     * A period that is paid for.
     *
     * @param subscription its id
     */
    record Period(String subscription, Instant start, Instant end) {}

    ObjectNode charge(
            ObjectNode product, Sum sum, String customer, String order, @Nullable Period period) {
        ObjectNode charge = till.create("tran", "transaction");
        charge.put("amount", sum.net())
                .put("amount_paid", sum.paid())
                .put("discount_amount", sum.discount())
                .put("currency", Json.text(product, "currency"))
                .put("type", period == null ? "payment" : "invoice")
                .put("tax_country", "NL")
                .put("tax_amount", sum.tax())
                .put("status", "paid")
                .putNull("refunded_amount")
                .put("order", order)
                .put("customer", customer)
                .put("created_at", till.now().toEpochMilli())
                .put(Json.OWN + "product", Json.text(product, "id"));
        if (period == null) {
            return charge.putNull("subscription");
        }
        return charge.put("subscription", period.subscription())
                .put("description", "Subscription payment")
                .put("period_start", period.start().toEpochMilli())
                .put("period_end", period.end().toEpochMilli());
    }

    /** Gives back part of a charge; answers the refund. */
    ObjectNode refund(ObjectNode charge, long amount, boolean settled) {
        long paid = charge.path("amount_paid").asLong();
        long back = charge.path("refunded_amount").asLong(0) + amount;
        if (amount < 1 || back > paid || Json.text(charge, "status").startsWith("charge")) {
            throw Refusal.bad("The transaction cannot be refunded");
        }
        ObjectNode refund = till.create("ref", "refund");
        refund.put("refund_amount", amount)
                .put("refund_currency", Json.text(charge, "currency"))
                .put("reason", "requested_by_customer")
                .put("created_at", till.now().toEpochMilli())
                .put(Json.OWN + "of", Json.text(charge, "id"));
        if (settled) {
            settle(refund, charge);
        }
        refund.put("status", settled ? "succeeded" : "pending")
                .set("transaction", Json.shown(charge));
        till.say("refund.created", refund);
        return refund;
    }

    /** A refund that was pending is through, of which no event tells. */
    void settle(ObjectNode refund) {
        settle(refund, till.need("transaction", Json.text(refund, Json.OWN + "of")));
        refund.put("status", "succeeded");
    }

    private static void settle(ObjectNode refund, ObjectNode charge) {
        long back =
                charge.path("refunded_amount").asLong(0) + refund.path("refund_amount").asLong();
        charge.put("refunded_amount", back)
                .put(
                        "status",
                        back == charge.path("amount_paid").asLong() ? "refunded" : "partialRefund");
    }

    /** The payer goes to the bank; answers the dispute. */
    ObjectNode dispute(ObjectNode charge) {
        charge.put("status", "chargeback");
        ObjectNode dispute = till.create("disp", "dispute");
        dispute.put("amount", charge.path("amount_paid").asLong())
                .put("currency", Json.text(charge, "currency"))
                .put("created_at", till.now().toEpochMilli())
                .put(Json.OWN + "of", Json.text(charge, "id"))
                .set("transaction", Json.shown(charge));
        till.say("dispute.created", dispute);
        return dispute;
    }

    /** The bank decides, of which no event tells either. */
    void close(ObjectNode dispute, boolean won) {
        ObjectNode charge = till.need("transaction", Json.text(dispute, Json.OWN + "of"));
        charge.put("status", won ? "paid" : "chargedBack");
        if (!won) {
            charge.put("refunded_amount", charge.path("amount_paid").asLong());
        }
    }
}
