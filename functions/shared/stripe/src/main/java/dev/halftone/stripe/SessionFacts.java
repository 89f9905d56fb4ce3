package dev.halftone.stripe;

import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.stripe.param.checkout.SessionRetrieveParams;
import dev.halftone.core.ledger.BusinessKey;
import dev.halftone.core.payment.OrderReference;
import dev.halftone.core.payment.PaymentFact;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of a checkout session; see https://docs.stripe.com/checkout/fulfillment. */
final class SessionFacts {

    private final StripeApi stripe;
    private final InvoiceFacts invoices;

    SessionFacts(StripeApi stripe, InvoiceFacts invoices) {
        this.stripe = stripe;
        this.invoices = invoices;
    }

    /** Empty if nothing became of it yet, or if it is none of ours. */
    Optional<PaymentFact> of(String id, Instant now) {
        SessionRetrieveParams with =
                SessionRetrieveParams.builder()
                        .addExpand("line_items")
                        .addExpand("payment_intent.latest_charge")
                        .build();
        return stripe.find(api -> api.checkout().sessions().retrieve(id, with))
                .flatMap(session -> of(session, now));
    }

    private Optional<PaymentFact> of(Session session, Instant now) {
        return order(session)
                .flatMap(
                        order ->
                                switch (session.getStatus()) {
                                    case "expired" ->
                                            Optional.of(new PaymentFact.Expired(order, now));
                                    case "complete" -> complete(session, order, now);
                                    default -> Optional.empty();
                                });
    }

    private Optional<PaymentFact> complete(Session session, OrderReference order, Instant now) {
        if (session.getInvoice() != null && session.getSubscription() != null) {
            return invoices.of(session.getInvoice());
        }
        PaymentIntent intent = session.getPaymentIntentObject();
        return switch (session.getPaymentStatus()) {
            case "paid", "no_payment_required" -> Optional.of(paid(session, order, intent));
            default ->
                    intent != null && isOver(intent)
                            ? Optional.of(new PaymentFact.Failed(order, now))
                            : Optional.of(new PaymentFact.Awaiting(order, now));
        };
    }

    /** A debit that came to nothing leaves its intent without a way to pay. */
    private static boolean isOver(PaymentIntent intent) {
        return intent.getStatus().equals("requires_payment_method")
                || intent.getStatus().equals("canceled");
    }

    private static PaymentFact.Paid paid(
            Session session, OrderReference order, @Nullable PaymentIntent intent) {
        return new PaymentFact.Paid(
                order,
                new BusinessKey("stripe:cs:" + session.getId()),
                Names.payment(intent == null ? session.getId() : intent.getId()),
                session.getLineItems().getData().getFirst().getPrice().getId(),
                Names.cost(session.getAmountSubtotal(), session.getCurrency()),
                Names.cost(session.getAmountTotal(), session.getCurrency()),
                Names.customer(session.getCustomer()),
                session.getCustomerDetails() == null
                        ? null
                        : session.getCustomerDetails().getEmail(),
                session.getLivemode(),
                paidAt(session, intent));
    }

    private static Instant paidAt(Session session, @Nullable PaymentIntent intent) {
        return intent == null || intent.getLatestChargeObject() == null
                ? Names.at(session.getCreated())
                : Names.at(intent.getLatestChargeObject().getCreated());
    }

    private static Optional<OrderReference> order(Session session) {
        return OrderReference.parse(Objects.requireNonNullElse(session.getClientReferenceId(), ""));
    }
}
