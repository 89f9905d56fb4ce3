package dev.halftone.testing;

import dev.halftone.core.ledger.Ledger;
import dev.halftone.core.ledger.Subscriptions;
import dev.halftone.core.payment.ApplyPayment;
import dev.halftone.core.payment.Customers;
import dev.halftone.core.payment.Orders;
import dev.halftone.core.payment.Payments;

/** The ports by which money becomes credits; one store behind them. */
public record PaymentPorts(
        Ledger ledger,
        Orders orders,
        Payments payments,
        Customers customers,
        Subscriptions subscriptions) {

    public ApplyPayment apply() {
        return new ApplyPayment(orders, payments, customers, subscriptions, PaymentSamples.PRICES);
    }
}
