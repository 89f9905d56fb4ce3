package dev.halftone.core.payment;

import dev.halftone.core.ledger.BusinessKey;
import dev.halftone.core.ledger.Cost;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was paid: an order, or a period of a subscription.
 *
 * @param key the one thing that was paid, for ever
 * @param asked before tax was added and before any discount
 * @param total what the buyer was charged
 * @param term what period it pays; {@code null} if it pays an order once
 */
public record Bill(
        OrderReference order,
        BusinessKey key,
        PaymentReference payment,
        String priceReference,
        Cost asked,
        Cost total,
        @Nullable String billingEmail,
        boolean live,
        @Nullable PaidPeriod term,
        Instant at) {

    static Bill of(PaymentFact.Paid paid) {
        return new Bill(
                paid.order(),
                paid.key(),
                paid.payment(),
                paid.priceReference(),
                paid.asked(),
                paid.total(),
                paid.billingEmail(),
                paid.live(),
                null,
                paid.at());
    }

    static Bill of(PaymentFact.PeriodPaid paid) {
        return new Bill(
                paid.order(),
                paid.key(),
                paid.payment(),
                paid.priceReference(),
                paid.asked(),
                paid.total(),
                paid.billingEmail(),
                paid.live(),
                new PaidPeriod(
                        paid.subscription(), paid.fraction(), paid.periodStart(), paid.periodEnd()),
                paid.at());
    }

    Fraction fraction() {
        return term == null ? Fraction.WHOLE : term.fraction();
    }
}
