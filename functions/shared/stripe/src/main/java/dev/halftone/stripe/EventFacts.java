package dev.halftone.stripe;

import dev.halftone.core.payment.PaymentFact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which facts an event hints at; see https://docs.stripe.com/api/events/types. */
final class EventFacts {

    /** What the webhook has to be subscribed to. */
    static final List<String> TYPES =
            List.of(
                    "checkout.session.completed",
                    "checkout.session.async_payment_succeeded",
                    "checkout.session.async_payment_failed",
                    "checkout.session.expired",
                    "invoice.paid",
                    "invoice.payment_failed",
                    "customer.subscription.created",
                    "customer.subscription.updated",
                    "customer.subscription.deleted",
                    "charge.refunded",
                    "refund.created",
                    "refund.updated",
                    "refund.failed",
                    "charge.dispute.created",
                    "charge.dispute.updated",
                    "charge.dispute.closed");

    /** Others say the same of these things, or they say nothing of money. */
    private static final List<String> BESIDE =
            List.of(
                    "payment_intent.",
                    "payment_method.",
                    "setup_intent.",
                    "invoice_payment.",
                    "invoiceitem.",
                    "product.",
                    "price.",
                    "coupon.",
                    "promotion_code.",
                    "customer.",
                    "charge.",
                    "invoice.",
                    "billing_portal.");

    private final SessionFacts sessions;
    private final InvoiceFacts invoices;
    private final SubscriptionFacts subscriptions;
    private final ReversalFacts reversals;

    EventFacts(StripeApi stripe) {
        this.invoices = new InvoiceFacts(stripe);
        this.sessions = new SessionFacts(stripe, invoices);
        this.subscriptions = new SubscriptionFacts(stripe);
        this.reversals = new ReversalFacts(stripe);
    }

    /** What became of a checkout. */
    Optional<PaymentFact> ofSession(String id, Instant now) {
        return sessions.of(id, now);
    }

    /**
     * How things stand.
     *
     * @param now before which nothing of it is
     */
    List<PaymentFact> of(Said said, Instant now) {
        String type = said.type();
        if (type.startsWith("checkout.session.")) {
            return facts(
                    said.name("id").flatMap(id -> sessions.of(id, now)),
                    said.name("subscription").flatMap(id -> subscriptions.of(id, now)));
        }
        if (type.equals("invoice.paid") || type.equals("invoice.payment_failed")) {
            return facts(said.name("id").flatMap(invoices::of), ofInvoice(said, now));
        }
        if (type.startsWith("customer.subscription.")) {
            return fact(said, "id", id -> subscriptions.of(id, now));
        }
        if (type.equals("charge.refunded")) {
            return fact(said, "id", id -> reversals.ofCharge(id, now));
        }
        if (type.startsWith("refund.") || type.startsWith("charge.refund.")) {
            return fact(said, "charge", id -> reversals.ofCharge(id, now));
        }
        if (type.startsWith("charge.dispute.")) {
            return fact(said, "id", id -> reversals.ofDispute(id, now));
        }
        return BESIDE.stream().anyMatch(type::startsWith)
                ? List.of()
                : List.of(new PaymentFact.Unknown(type, said.eventId()));
    }

    private Optional<PaymentFact> ofInvoice(Said said, Instant now) {
        return said.subscription().flatMap(id -> subscriptions.of(id, now));
    }

    private static List<PaymentFact> fact(
            Said said, String field, Function<String, Optional<PaymentFact>> look) {
        return said.name(field).flatMap(look).stream().toList();
    }

    private static List<PaymentFact> facts(Optional<PaymentFact> one, Optional<PaymentFact> more) {
        return Stream.concat(one.stream(), more.stream()).toList();
    }
}
