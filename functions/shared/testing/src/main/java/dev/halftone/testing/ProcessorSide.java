package dev.halftone.testing;

import dev.halftone.core.payment.Checkout;
import dev.halftone.core.payment.Delivery;
import dev.halftone.core.payment.PaymentReference;
import dev.halftone.core.payment.Purchase;
import dev.halftone.core.payment.SubscriptionReference;
import java.util.List;

/** The other side of a processor: buyers, banks and the shop's owner, as a test plays them. */
public interface ProcessorSide extends AutoCloseable {

    /** What it sells once. */
    Purchase pack();

    /** What it sells by the month. */
    Purchase subscription();

    /** Twice the price of {@link #subscription}, by the month as well. */
    Purchase dearer();

    /** Pays at once, in full. */
    void pay(Checkout checkout);

    /** Pays with a coupon for all of it. */
    void payByCoupon(Checkout checkout);

    /** Chooses a way to pay that takes days. */
    void paySlowly(Checkout checkout);

    /** The end of those days. */
    void settle(Checkout checkout, boolean paid);

    /** Nobody pays. */
    void expire(Checkout checkout);

    /** Gives part of a payment back; what a later {@link #failRefund} is about. */
    void refund(PaymentReference payment, long amountMinor);

    /** The last refund comes back. */
    void failRefund();

    /** The buyer's bank asks, or takes the money; what a later {@link #decide} is about. */
    void dispute(PaymentReference payment, boolean onlyAsks);

    /** The bank's decision. */
    void decide(boolean won);

    /** The next period begins and is paid. */
    void renew(SubscriptionReference subscription);

    /** The next period begins and is not paid. */
    void failToRenew(SubscriptionReference subscription);

    /** The subscriber wants what is dearer, from now on. */
    void upgrade(SubscriptionReference subscription);

    /** The subscriber wants no further period. */
    void cancel(SubscriptionReference subscription);

    /** What was sent to the webhook since this was asked last, in order. */
    List<Delivery> deliveries();

    @Override
    void close();
}
