package dev.halftone.sandbox.stripe;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Subscriptions and the invoice of each of their periods. */
final class Billing {

    private static final String SUBSCRIPTION =
            """
            {"object":"subscription","application":null,"automatic_tax":{"enabled":false,
             "disabled_reason":null,"liability":null},"billing_cycle_anchor_config":null,
             "billing_mode":{"type":"flexible","flexible":{"proration_discounts":"included"}},
             "billing_thresholds":null,"cancel_at":null,"cancel_at_period_end":false,
             "canceled_at":null,"cancellation_details":{"comment":null,"feedback":null,
             "reason":null},"collection_method":"charge_automatically","customer_account":null,
             "days_until_due":null,"default_payment_method":null,"description":null,
             "discounts":[],"ended_at":null,"latest_invoice":null,"livemode":false,
             "next_pending_invoice_item_invoice":null,"pause_collection":null,
             "pending_setup_intent":null,"pending_update":null,"schedule":null,
             "status":"active","test_clock":null,"trial_end":null,"trial_start":null}
            """;

    private final Office office;
    private final Invoices invoices;

    Billing(Office office, Invoices invoices) {
        this.office = office;
        this.invoices = invoices;
    }

    /** Starts one that is paid for at once; its first invoice is its latest. */
    ObjectNode start(Bill bill, ObjectNode price, Totals totals, boolean taxed) {
        ObjectNode subscription = office.create("sub", SUBSCRIPTION);
        ((ObjectNode) subscription.path("automatic_tax")).put("enabled", taxed);
        long now = office.now();
        subscription
                .put("customer", bill.customer())
                .put("currency", bill.currency())
                .put("start_date", now)
                .put("billing_cycle_anchor", now)
                .put(Json.OWN + "last4", bill.last4());
        subscription.set("metadata", Json.object(bill.metadata()));
        items(subscription, price, now, end(now, price));
        Invoice invoice =
                new Invoice(
                        "subscription_create",
                        List.of(Invoice.Line.of(price, now, end(now, price))),
                        totals);
        ObjectNode made = invoices.draw(subscription, invoice);
        invoices.pay(made, bill);
        office.say("customer.subscription.created", subscription);
        return subscription;
    }

    /** The next period begins, or the end that was asked for has come. */
    void renew(ObjectNode subscription) {
        requireLive(subscription);
        if (endsWithPeriod(subscription)) {
            end(subscription, "cancellation_requested");
            return;
        }
        ObjectNode price = nextPrice(subscription);
        long start = item(subscription).path("current_period_end").asLong();
        items(subscription, price, start, end(start, price));
        subscription.remove(Json.OWN + "next");
        long amount = price.path("unit_amount").asLong();
        ObjectNode invoice =
                invoices.draw(
                        subscription,
                        new Invoice(
                                "subscription_cycle",
                                List.of(Invoice.Line.of(price, start, end(start, price))),
                                Totals.of(amount, 0, isTaxed(subscription))));
        settle(subscription, invoice);
    }

    /** Asks again for what is overdue. */
    void retry(ObjectNode subscription) {
        requireLive(subscription);
        settle(
                subscription,
                office.records.need("invoice", Json.text(subscription, "latest_invoice")));
    }

    private void settle(ObjectNode subscription, ObjectNode invoice) {
        boolean paid = !isDeclined(subscription);
        if (paid) {
            invoices.pay(invoice, bill(subscription, invoice));
        } else {
            invoices.fail(invoice);
        }
        subscription.put("status", paid ? "active" : "past_due");
        office.say("customer.subscription.updated", subscription);
    }

    void cancelAtPeriodEnd(ObjectNode subscription, boolean cancel) {
        requireLive(subscription);
        subscription.put("cancel_at_period_end", cancel);
        if (cancel) {
            subscription
                    .put("cancel_at", item(subscription).path("current_period_end").asLong())
                    .put("canceled_at", office.now());
        } else {
            subscription.putNull("cancel_at").putNull("canceled_at");
        }
        office.say("customer.subscription.updated", subscription);
    }

    /** For a day instead of a period's end, as newer portals also say what is the same day. */
    void cancelAt(ObjectNode subscription, Instant at) {
        requireLive(subscription);
        subscription
                .put("cancel_at_period_end", false)
                .put("cancel_at", at.getEpochSecond())
                .put("canceled_at", office.now());
        office.say("customer.subscription.updated", subscription);
    }

    private static boolean endsWithPeriod(ObjectNode subscription) {
        return subscription.path("cancel_at").isNumber()
                && subscription.path("cancel_at").asLong()
                        <= item(subscription).path("current_period_end").asLong();
    }

    void end(ObjectNode subscription, String reason) {
        requireLive(subscription);
        subscription
                .put("status", "canceled")
                .put("ended_at", office.now())
                .put("canceled_at", office.now());
        ((ObjectNode) subscription.path("cancellation_details")).put("reason", reason);
        office.say("customer.subscription.deleted", subscription);
    }

    /** More takes effect at once, for the difference; less with the next period. */
    void changePrice(ObjectNode subscription, ObjectNode price) {
        requireLive(subscription);
        ObjectNode old = price(subscription);
        if (!Json.text(old, "currency").equals(Json.text(price, "currency"))
                || !price.path("recurring").isObject()) {
            throw Refusal.of("A subscription keeps its currency and is paid per period.");
        }
        if (old.path("unit_amount").asLong() >= price.path("unit_amount").asLong()) {
            subscription.put(Json.OWN + "next", Json.text(price, "id"));
        } else {
            upgrade(subscription, old, price);
        }
        office.say("customer.subscription.updated", subscription);
    }

    private void upgrade(ObjectNode subscription, ObjectNode old, ObjectNode price) {
        long now = office.now();
        long start = item(subscription).path("current_period_start").asLong();
        long end = item(subscription).path("current_period_end").asLong();
        boolean sameInterval =
                old.path("recurring")
                        .path("interval")
                        .equals(price.path("recurring").path("interval"));
        long newEnd = sameInterval ? end : end(now, price);
        Proration share = new Proration(Math.max(0, end - now), Math.max(1, end - start));
        long credit = -share.of(old.path("unit_amount").asLong());
        long full = price.path("unit_amount").asLong();
        long charge = sameInterval ? share.of(full) : full;
        items(subscription, price, sameInterval ? start : now, newEnd);
        Invoice invoice =
                new Invoice(
                        "subscription_update",
                        List.of(
                                new Invoice.Line(old, credit, now, end, true),
                                new Invoice.Line(price, charge, now, newEnd, true)),
                        Totals.of(credit + charge, 0, isTaxed(subscription)));
        ObjectNode made = invoices.draw(subscription, invoice);
        invoices.pay(made, bill(subscription, made));
    }

    void changeCard(ObjectNode subscription, Card card) {
        requireLive(subscription);
        subscription.put(Json.OWN + "last4", card.last4());
    }

    /** The price that is paid now. */
    ObjectNode price(ObjectNode subscription) {
        return (ObjectNode) item(subscription).path("price");
    }

    private ObjectNode nextPrice(ObjectNode subscription) {
        return office.records
                .find("price", Json.text(subscription, Json.OWN + "next"))
                .orElseGet(() -> price(subscription));
    }

    private Bill bill(ObjectNode subscription, ObjectNode invoice) {
        return new Bill(
                invoice.path("amount_due").asLong(),
                Json.text(subscription, "currency"),
                Json.text(subscription, "customer"),
                Json.text(invoice, "customer_email"),
                Map.of(),
                Json.text(subscription, Json.OWN + "last4"));
    }

    private void items(ObjectNode subscription, ObjectNode price, long start, long end) {
        String id = Json.text(subscription, "id");
        ObjectNode item =
                Json.object(
                        """
                        {"object":"subscription_item","billing_thresholds":null,"discounts":[],
                         "metadata":{},"quantity":1,"tax_rates":[]}
                        """);
        item.put("id", "si_" + id.substring("sub_".length()))
                .put("created", subscription.path("created").asLong())
                .put("current_period_start", start)
                .put("current_period_end", end)
                .put("subscription", id);
        item.set("price", price.deepCopy());
        subscription.set(
                "items",
                Json.list("/v1/subscription_items?subscription=" + id, List.of(item), false));
    }

    private static JsonNode item(ObjectNode subscription) {
        return Office.first(subscription.path("items"));
    }

    private static boolean isDeclined(ObjectNode subscription) {
        String last4 = Json.text(subscription, Json.OWN + "last4");
        return !last4.equals(Card.PAYS.last4());
    }

    private static boolean isTaxed(ObjectNode subscription) {
        return subscription.path("automatic_tax").path("enabled").asBoolean();
    }

    private static void requireLive(ObjectNode subscription) {
        if (Json.text(subscription, "status").equals("canceled")) {
            throw Refusal.of("A canceled subscription cannot change.");
        }
    }

    private static long end(long start, ObjectNode price) {
        ZonedDateTime from = Instant.ofEpochSecond(start).atZone(ZoneOffset.UTC);
        boolean yearly = Json.text(price.path("recurring"), "interval").equals("year");
        return (yearly ? from.plusYears(1) : from.plusMonths(1)).toEpochSecond();
    }
}
