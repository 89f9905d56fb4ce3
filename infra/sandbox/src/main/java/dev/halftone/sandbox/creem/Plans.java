package dev.halftone.sandbox.creem;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Subscriptions, which are paid for every period. */
final class Plans {

    private static final Map<String, Integer> MONTHS = Map.of("every-month", 1, "every-year", 12);

    private final Till till;
    private final Charges charges;

    Plans(Till till, Charges charges) {
        this.till = till;
        this.charges = charges;
    }

    /** Begins one, and charges its first period. */
    ObjectNode begin(ObjectNode checkout, ObjectNode product, String customer, String order) {
        ObjectNode plan = till.create("sub", "subscription");
        plan.put("product", Json.text(product, "id"))
                .put("customer", customer)
                .put("collection_method", "charge_automatically")
                .put("status", "active")
                .putNull("canceled_at")
                .put(Json.OWN + "order", order)
                .set("metadata", checkout.path("metadata").deepCopy());
        charge(
                plan,
                product,
                price(product, Json.text(checkout, Json.OWN + "code")),
                till.now(),
                end(product, till.now()));
        return plan;
    }

    private static Charges.Sum price(ObjectNode product, String code) {
        return Charges.Sum.of(product, product.path("price").asLong(), code);
    }

    private void charge(
            ObjectNode plan, ObjectNode product, Charges.Sum sum, Instant start, Instant end) {
        ObjectNode charge =
                charges.charge(
                        product,
                        sum,
                        Json.text(plan, "customer"),
                        Json.text(plan, Json.OWN + "order"),
                        new Charges.Period(Json.text(plan, "id"), start, end));
        plan.put("status", "active")
                .put("last_transaction_id", Json.text(charge, "id"))
                .put("last_transaction_date", Json.time(till.now()))
                .put("next_transaction_date", Json.time(end))
                .put("current_period_start_date", Json.time(start))
                .put("current_period_end_date", Json.time(end));
        till.touched(plan);
    }

    private static Instant end(ObjectNode product, Instant start) {
        int months = MONTHS.getOrDefault(Json.text(product, "billing_period"), 1);
        return start.atOffset(ZoneOffset.UTC).plusMonths(months).toInstant();
    }

    /** The next period begins; it is paid, or it is not. */
    void renew(ObjectNode plan, boolean paid) {
        if (Json.text(plan, "status").equals("scheduled_cancel")) {
            end(plan);
        } else if (paid) {
            ObjectNode product = till.need("product", Json.text(plan, "product"));
            Instant start = Instant.parse(Json.text(plan, "current_period_end_date"));
            charge(plan, product, price(product, ""), start, end(product, start));
            say("subscription.paid", plan);
        } else {
            become(plan, "past_due", "subscription.past_due");
        }
    }

    void cancel(ObjectNode plan, boolean atOnce) {
        if (atOnce) {
            end(plan);
        } else {
            become(plan, "scheduled_cancel", "subscription.scheduled_cancel");
        }
    }

    void resume(ObjectNode plan) {
        become(plan, "active", "subscription.update");
    }

    void pause(ObjectNode plan) {
        become(plan, "paused", "subscription.paused");
    }

    private void end(ObjectNode plan) {
        plan.put("canceled_at", Json.time(till.now()));
        become(plan, "canceled", "subscription.canceled");
    }

    private void become(ObjectNode plan, String status, @Nullable String event) {
        till.touched(plan.put("status", status));
        if (event != null) {
            say(event, plan);
        }
    }

    /** Another product from now on; the rest of the period is charged at once, or nothing is. */
    void upgrade(ObjectNode plan, ObjectNode product, String behaviour) {
        long before = till.need("product", Json.text(plan, "product")).path("price").asLong();
        long difference = product.path("price").asLong() - before;
        plan.put("product", Json.text(product, "id"));
        till.touched(plan);
        if (behaviour.equals("proration-charge-immediately") && difference > 0) {
            Instant start = Instant.parse(Json.text(plan, "current_period_start_date"));
            Instant end = Instant.parse(Json.text(plan, "current_period_end_date"));
            long rest =
                    BigInteger.valueOf(difference)
                            .multiply(millis(till.now(), end))
                            .divide(millis(start, end))
                            .longValueExact();
            charge(plan, product, Charges.Sum.of(product, rest, ""), till.now(), end);
            say("subscription.paid", plan);
        }
        say("subscription.update", plan);
    }

    private static BigInteger millis(Instant start, Instant end) {
        return BigInteger.valueOf(Duration.between(start, end).toMillis());
    }

    /** Announces one with its product and its customer whole. */
    void say(String event, ObjectNode plan) {
        till.say(event, whole(plan));
    }

    ObjectNode whole(ObjectNode plan) {
        ObjectNode whole = Json.shown(plan);
        whole.set("product", Json.shown(till.need("product", Json.text(plan, "product"))));
        whole.set("customer", Json.shown(till.need("customer", Json.text(plan, "customer"))));
        JsonNode last = plan.path("last_transaction_id");
        till.find("transaction", last.asString(""))
                .ifPresent(charge -> whole.set("last_transaction", Json.shown(charge)));
        return whole;
    }
}
