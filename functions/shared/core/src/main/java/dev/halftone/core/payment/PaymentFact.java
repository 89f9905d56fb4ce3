package dev.halftone.core.payment;

import dev.halftone.core.ledger.BusinessKey;
import dev.halftone.core.ledger.Cost;
import dev.halftone.core.ledger.Subscription;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a processor says of a payment: how it stands now, never a difference to what was said
 * before. The same fact may come any number of times, and facts in any order.
 */
public sealed interface PaymentFact {

    /**
     * An order was paid, once. Of a subscription each period is a {@link PeriodPaid} instead.
     *
     * @param key the one checkout that was paid, whatever message says so
     * @param payment if a coupon paid for all, the checkout's own name
     * @param priceReference what was sold, as the processor calls it
     * @param asked what it cost before tax was added and before any discount
     * @param total what the buyer was charged
     * @param customer {@code null} if the processor does not keep one
     * @param billingEmail the address that the buyer gave there; {@code null} if none
     * @param live whether money moved
     */
    record Paid(
            OrderReference order,
            BusinessKey key,
            PaymentReference payment,
            String priceReference,
            Cost asked,
            Cost total,
            @Nullable CustomerReference customer,
            @Nullable String billingEmail,
            boolean live,
            Instant at)
            implements PaymentFact {}

    /**
     * A period of a subscription was paid, or the rest of one after a change to something dearer.
     *
     * @param order the order that began the subscription
     * @param key the one invoice that was paid
     * @param payment if nothing had to be paid, the invoice's own name
     * @param priceReference what the period is paid for, as the processor calls it; another than
     *     the order's after a change
     * @param fraction of a whole period's price, what was asked for it less what was given back for
     *     what it replaces
     * @param asked what it cost before tax was added and before any discount
     * @param total what the buyer was charged
     */
    record PeriodPaid(
            OrderReference order,
            SubscriptionReference subscription,
            BusinessKey key,
            PaymentReference payment,
            String priceReference,
            Fraction fraction,
            Cost asked,
            Cost total,
            @Nullable CustomerReference customer,
            @Nullable String billingEmail,
            Instant periodStart,
            Instant periodEnd,
            boolean live,
            Instant at)
            implements PaymentFact {}

    /** The buyer has chosen a way to pay that takes days. */
    record Awaiting(OrderReference order, Instant at) implements PaymentFact {}

    /** The way to pay that takes days came to nothing. */
    record Failed(OrderReference order, Instant at) implements PaymentFact {}

    /** The checkout ended without a payment. */
    record Expired(OrderReference order, Instant at) implements PaymentFact {}

    /**
     * How a subscription stands.
     *
     * @param priceReference what the next period is paid for, as the processor calls it
     * @param until the end of the period that is paid for; of one that has ended its end
     * @param at as of when this is so; what is older than what is known is ignored
     */
    record SubscriptionState(
            OrderReference order,
            SubscriptionReference subscription,
            @Nullable CustomerReference customer,
            Subscription.State state,
            String priceReference,
            String currency,
            Instant until,
            Instant at)
            implements PaymentFact {}

    /**
     * How much of a payment went back.
     *
     * @param refundedMinor altogether; it falls if a refund failed after it was announced
     * @param paidMinor of how much; at least 1
     * @param at as of when this is so; of two of one moment the larger counts
     */
    record Refunded(PaymentReference payment, long refundedMinor, long paidMinor, Instant at)
            implements PaymentFact {

        public Refunded {
            if (refundedMinor < 0 || paidMinor < 1 || refundedMinor > paidMinor) {
                throw new IllegalArgumentException("No more goes back than was paid");
            }
        }
    }

    /**
     * How a dispute of a payment stands.
     *
     * @param dispute what the processor calls it
     */
    record Disputed(
            PaymentReference payment,
            String dispute,
            DisputePhase phase,
            long amountMinor,
            Instant at)
            implements PaymentFact {}

    /** Something that may matter, but that this version cannot tell: it is kept to be looked at. */
    record Unknown(String type, String eventId) implements PaymentFact {}
}
