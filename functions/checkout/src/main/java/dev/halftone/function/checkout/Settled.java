package dev.halftone.function.checkout;

import dev.halftone.core.payment.Order;
import dev.halftone.core.payment.Payment;
import dev.halftone.core.payment.Payments;
import java.util.Optional;

/** Which payment an order is shown with: of a subscription that of its latest period. */
final class Settled {
    private final Payments payments;

    Settled(Payments payments) {
        this.payments = payments;
    }

    Optional<Payment> by(Order order) {
        if (order.payment() != null) {
            return payments.find(order.payment());
        }
        // A subscriber has one payment a period, so the latest is among the first.
        return order.subscription() == null
                ? Optional.empty()
                : payments.of(order.account(), Payments.PAGE_MAX, null).items().stream()
                        .filter(payment -> isFor(payment, order))
                        .findFirst();
    }

    private static boolean isFor(Payment payment, Order order) {
        return payment.bought() != null && payment.bought().order().equals(order.reference());
    }
}
