package dev.halftone.function.checkout;

import dev.halftone.core.ledger.Cost;
import dev.halftone.core.payment.Checkout;
import dev.halftone.core.payment.Order;
import dev.halftone.core.payment.OrderState;
import dev.halftone.core.payment.Payment;
import dev.halftone.core.payment.Product;
import dev.halftone.core.payment.Purchase;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * An order as its buyer sees it.
 *
 * @param amountMinor what was asked for it, before tax is added and before any discount
 * @param checkoutUrl where to pay, as long as that is possible
 * @param payment what paid it, of a subscription what paid its latest period
 */
record OrderResource(
        String id,
        String state,
        String product,
        String kind,
        String title,
        long credits,
        @Nullable String period,
        @Nullable Integer expiresAfterDays,
        boolean expiresWithPeriod,
        String currency,
        long amountMinor,
        String processor,
        @Nullable String checkoutUrl,
        Instant createdAt,
        Instant consentedAt,
        @Nullable Paid payment) {

    /**
     * A payment.
     *
     * @param totalMinor what was charged, with tax
     * @param granted how many credits came for it
     * @param revoked how many of them are taken back
     * @param dispute how far its latest dispute is; {@code null} if there is none
     */
    record Paid(
            Instant at,
            String currency,
            long totalMinor,
            long granted,
            long revoked,
            long refundedMinor,
            @Nullable String dispute) {

        static @Nullable Paid of(@Nullable Payment payment) {
            if (payment == null || payment.bought() == null) {
                return null;
            }
            Cost total = payment.bought().total();
            return new Paid(
                    payment.bought().at(),
                    total.currency(),
                    total.amountMinor(),
                    payment.granted().amount(),
                    payment.revoked().amount(),
                    payment.refund().refundedMinor(),
                    payment.disputes().values().stream()
                            .max(Comparator.comparing(Payment.Dispute::at))
                            .map(dispute -> dispute.phase().label())
                            .orElse(null));
        }
    }

    static OrderResource of(Order order, @Nullable Payment payment, Instant now) {
        Purchase purchase = order.purchase();
        Product.Period period = purchase.period();
        return new OrderResource(
                order.id().value(),
                order.state().label(),
                purchase.product().value(),
                purchase.kind().label(),
                purchase.title(),
                purchase.credits().amount(),
                period == null ? null : period.label(),
                purchase.expiresAfterDays(),
                purchase.expiresWithPeriod(),
                purchase.price().currency(),
                purchase.price().amountMinor(),
                order.processor(),
                checkoutUrl(order, now),
                order.createdAt(),
                order.consentedAt(),
                Paid.of(payment));
    }

    private static @Nullable String checkoutUrl(Order order, Instant now) {
        Checkout checkout = order.checkout();
        return checkout != null
                        && order.state() == OrderState.OPEN
                        && now.isBefore(checkout.expiresAt())
                ? checkout.url().toString()
                : null;
    }
}
