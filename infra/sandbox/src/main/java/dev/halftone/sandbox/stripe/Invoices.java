package dev.halftone.sandbox.stripe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Invoices of subscriptions, and the payments that were made for them. */
final class Invoices {

    private static final String INVOICE =
            """
            {"object":"invoice","account_country":"DE","account_name":"Sandbox",
             "amount_overpaid":0,"amount_paid":0,"amount_shipping":0,"application":null,
             "attempt_count":0,"attempted":false,"auto_advance":true,
             "automatic_tax":{"enabled":false},"collection_method":"charge_automatically",
             "customer_account":null,"default_payment_method":null,"description":null,
             "discounts":[],"due_date":null,"ending_balance":0,"footer":null,
             "invoice_pdf":null,"issuer":{"type":"self"},"livemode":false,"metadata":{},
             "next_payment_attempt":null,"on_behalf_of":null,
             "post_payment_credit_notes_amount":0,"pre_payment_credit_notes_amount":0,
             "receipt_number":null,"starting_balance":0,"status":"open","test_clock":null}
            """;
    private static final Duration NEXT_ATTEMPT = Duration.ofDays(3);

    private final Office office;
    private final Payments payments;

    Invoices(Office office, Payments payments) {
        this.office = office;
        this.payments = payments;
    }

    /** Draws one for a subscription, whose latest it is then. */
    ObjectNode draw(ObjectNode subscription, Invoice content) {
        ObjectNode invoice = office.create("in", INVOICE);
        String id = Json.text(invoice, "id");
        Totals totals = content.totals();
        invoice.put("amount_due", totals.total())
                .put("amount_remaining", totals.total())
                .put("subtotal", totals.subtotal())
                .put("subtotal_excluding_tax", totals.subtotal())
                .put("total", totals.total())
                .put("total_excluding_tax", totals.total() - totals.tax())
                .put("billing_reason", content.reason())
                .put("currency", Json.text(subscription, "currency"))
                .put("customer", Json.text(subscription, "customer"))
                .put("hosted_invoice_url", office.base + "/invoice/" + id)
                .put("number", "SANDBOX-" + office.records.newestFirst("invoice").size())
                .put("period_start", office.now())
                .put("period_end", office.now());
        office.records
                .find("customer", Json.text(subscription, "customer"))
                .ifPresent(payer -> invoice.set("customer_email", payer.path("email")));
        invoice.putArray("total_discount_amounts").addObject().put("amount", totals.discount());
        invoice.putArray("total_taxes").addObject().put("amount", totals.tax());
        invoice.putObject("parent")
                .put("type", "subscription_details")
                .putNull("quote_details")
                .putObject("subscription_details")
                .put("subscription", Json.text(subscription, "id"))
                .set("metadata", subscription.path("metadata").deepCopy());
        invoice.set("lines", lines(subscription, content, id));
        subscription.put("latest_invoice", id);
        return invoice;
    }

    /** Pays what is due; where that is nothing, without a payment. */
    void pay(ObjectNode invoice, Bill bill) {
        long due = invoice.path("amount_due").asLong();
        if (due > 0) {
            attach(invoice, payments.pay(bill));
        }
        invoice.put("status", "paid")
                .put("amount_paid", due)
                .put("amount_remaining", 0)
                .put("attempt_count", invoice.path("attempt_count").asInt() + 1)
                .put("attempted", true)
                .putNull("next_payment_attempt")
                .putObject("status_transitions")
                .put("paid_at", office.now());
        office.say("invoice.paid", invoice);
    }

    void fail(ObjectNode invoice) {
        invoice.put("attempt_count", invoice.path("attempt_count").asInt() + 1)
                .put("attempted", true)
                .put("next_payment_attempt", office.now() + NEXT_ATTEMPT.toSeconds());
        office.say("invoice.payment_failed", invoice);
    }

    private void attach(ObjectNode invoice, ObjectNode intent) {
        ObjectNode payment =
                office.create(
                        "inpay",
                        """
                        {"object":"invoice_payment","is_default":true,"livemode":false,
                         "status":"paid"}
                        """);
        payment.put("amount_paid", intent.path("amount").asLong())
                .put("amount_requested", intent.path("amount").asLong())
                .put("currency", Json.text(intent, "currency"))
                .put("invoice", Json.text(invoice, "id"));
        payment.putObject("payment")
                .put("type", "payment_intent")
                .put("payment_intent", Json.text(intent, "id"));
        payment.putObject("status_transitions").putNull("canceled_at").put("paid_at", office.now());
    }

    private static ObjectNode lines(ObjectNode subscription, Invoice content, String invoice) {
        List<ObjectNode> lines = new ArrayList<>();
        for (Invoice.Line line : content.lines()) {
            lines.add(line(subscription, line, invoice, lines.size()));
        }
        return Json.list("/v1/invoices/" + invoice + "/lines", lines, false);
    }

    private static ObjectNode line(
            ObjectNode subscription, Invoice.Line line, String invoice, int index) {
        ObjectNode node =
                Json.object(
                        """
                        {"object":"line_item","discount_amounts":[],"discountable":true,
                         "discounts":[],"livemode":false,"metadata":{},"quantity":1}
                        """);
        node.put("id", "il_" + invoice.substring("in_".length()) + index)
                .put("amount", line.amount())
                .put("currency", Json.text(line.price(), "currency"))
                .put("description", Json.text(line.price(), "nickname"))
                .put("invoice", invoice);
        node.putObject("period").put("start", line.start()).put("end", line.end());
        node.putObject("pricing")
                .put("type", "price_details")
                .put("unit_amount_decimal", Json.text(line.price(), "unit_amount_decimal"))
                .putObject("price_details")
                .put("price", Json.text(line.price(), "id"))
                .put("product", Json.text(line.price(), "product"));
        node.putObject("parent")
                .put("type", "subscription_item_details")
                .putNull("invoice_item_details")
                .putObject("subscription_item_details")
                .put("proration", line.proration())
                .put("subscription", Json.text(subscription, "id"))
                .put("subscription_item", "si_" + Json.text(subscription, "id").substring(4));
        return node;
    }
}
