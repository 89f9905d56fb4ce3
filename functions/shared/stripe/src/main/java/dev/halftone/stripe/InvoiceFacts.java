package dev.halftone.stripe;

import com.stripe.model.Invoice;
import com.stripe.model.InvoiceLineItem;
import com.stripe.model.InvoicePayment;
import com.stripe.param.InvoicePaymentListParams;
import dev.halftone.core.ledger.BusinessKey;
import dev.halftone.core.payment.Fraction;
import dev.halftone.core.payment.OrderReference;
import dev.halftone.core.payment.PaymentFact;
import dev.halftone.core.payment.PaymentReference;
import java.util.List;
import java.util.Optional;

/**
 * What the invoice of a subscription pays for. Changes of the plan have to be invoiced at once
 * ({@code proration_behavior=always_invoice} in the portal's configuration): what a later invoice
 * of a whole period carries along counts for nothing here.
 */
final class InvoiceFacts {

    private static final long PAYMENTS_MAX = 10;

    private final StripeApi stripe;

    InvoiceFacts(StripeApi stripe) {
        this.stripe = stripe;
    }

    /** Empty if it is not paid, or pays for nothing of ours. */
    Optional<PaymentFact> of(String id) {
        return stripe.find(api -> api.invoices().retrieve(id)).flatMap(this::of);
    }

    private Optional<PaymentFact> of(Invoice invoice) {
        if (!"paid".equals(invoice.getStatus())
                || invoice.getParent() == null
                || invoice.getParent().getSubscriptionDetails() == null) {
            return Optional.empty();
        }
        Optional<OrderReference> order =
                Names.order(invoice.getParent().getSubscriptionDetails().getMetadata());
        return order.flatMap(
                known ->
                        switch (invoice.getBillingReason()) {
                            case "subscription_create", "subscription_cycle" ->
                                    whole(invoice).map(part -> fact(invoice, known, part));
                            case "subscription_update" ->
                                    rest(invoice).map(part -> fact(invoice, known, part));
                            default -> Optional.empty();
                        });
    }

    /**
     * What was paid for.
     *
     * @param line names price and period
     * @param askedMinor before discount and tax
     */
    private record Part(InvoiceLineItem line, long askedMinor, Fraction fraction) {}

    private static Optional<Part> whole(Invoice invoice) {
        return invoice.getLines().getData().stream()
                .filter(line -> !isProration(line))
                .findFirst()
                .map(line -> new Part(line, line.getAmount(), Fraction.WHOLE));
    }

    /** The rest of a period at the new price, less the rest at the old one. */
    private Optional<Part> rest(Invoice invoice) {
        List<InvoiceLineItem> lines =
                invoice.getLines().getData().stream().filter(InvoiceFacts::isProration).toList();
        long asked = lines.stream().mapToLong(InvoiceLineItem::getAmount).sum();
        Optional<InvoiceLineItem> dearer =
                lines.stream().filter(line -> line.getAmount() > 0).findFirst();
        if (dearer.isEmpty() || asked < 1) {
            return Optional.empty();
        }
        long full = fullPrice(price(dearer.get()));
        return asked > full
                ? Optional.empty()
                : Optional.of(new Part(dearer.get(), asked, new Fraction(asked, full)));
    }

    private long fullPrice(String price) {
        return stripe.call(api -> api.prices().retrieve(price)).getUnitAmount();
    }

    private PaymentFact fact(Invoice invoice, OrderReference order, Part part) {
        return new PaymentFact.PeriodPaid(
                order,
                Names.subscription(invoice.getParent().getSubscriptionDetails().getSubscription()),
                new BusinessKey("stripe:in:" + invoice.getId()),
                payment(invoice),
                price(part.line()),
                part.fraction(),
                Names.cost(part.askedMinor(), invoice.getCurrency()),
                Names.cost(invoice.getAmountPaid(), invoice.getCurrency()),
                Names.customer(invoice.getCustomer()),
                invoice.getCustomerEmail(),
                Names.at(part.line().getPeriod().getStart()),
                Names.at(part.line().getPeriod().getEnd()),
                invoice.getLivemode(),
                Names.at(invoice.getStatusTransitions().getPaidAt()));
    }

    /** Refunds and disputes will name the payment, which the invoice does not. */
    private PaymentReference payment(Invoice invoice) {
        InvoicePaymentListParams which =
                InvoicePaymentListParams.builder()
                        .setInvoice(invoice.getId())
                        .setStatus(InvoicePaymentListParams.Status.PAID)
                        .setLimit(PAYMENTS_MAX)
                        .build();
        return stripe.call(api -> api.invoicePayments().list(which)).getData().stream()
                .map(InvoicePayment::getPayment)
                .filter(payment -> "payment_intent".equals(payment.getType()))
                .map(payment -> Names.payment(payment.getPaymentIntent()))
                .findFirst()
                .orElseGet(() -> Names.payment(invoice.getId()));
    }

    private static boolean isProration(InvoiceLineItem line) {
        InvoiceLineItem.Parent parent = line.getParent();
        if (parent == null) {
            return false;
        }
        if (parent.getSubscriptionItemDetails() != null) {
            return parent.getSubscriptionItemDetails().getProration();
        }
        return parent.getInvoiceItemDetails() != null
                && parent.getInvoiceItemDetails().getProration();
    }

    private static String price(InvoiceLineItem line) {
        return line.getPricing().getPriceDetails().getPrice();
    }
}
