package dev.halftone.core.payment;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.Subscription;
import dev.halftone.core.ledger.Subscriptions;
import dev.halftone.core.payment.Payments.FulfilOutcome;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes orders, the ledger and subscriptions as a processor says that they are.
 *
 * <p>Every fact may come any number of times, at once, and in any order; whoever was interrupted
 * applies it again.
 */
public final class ApplyPayment {

    // A dispute that is lost freezes, revokes of every grant of its payment, and thaws.
    private static final int STEPS_MAX = Settling.RETURNS_MAX + 20;

    private final Orders orders;
    private final Payments payments;
    private final Customers customers;
    private final Subscriptions subscriptions;
    private final PriceList prices;

    public ApplyPayment(
            Orders orders,
            Payments payments,
            Customers customers,
            Subscriptions subscriptions,
            PriceList prices) {
        this.orders = orders;
        this.payments = payments;
        this.customers = customers;
        this.subscriptions = subscriptions;
        this.prices = prices;
    }

    public ApplyOutcome apply(PaymentFact fact, Instant now) {
        return switch (fact) {
            case PaymentFact.Paid paid -> paid(Bill.of(paid), paid.customer(), now);
            case PaymentFact.PeriodPaid paid -> paid(Bill.of(paid), paid.customer(), now);
            case PaymentFact.Awaiting awaiting ->
                    advance(awaiting.order(), OrderState.AWAITING, now);
            case PaymentFact.Failed failed -> advance(failed.order(), OrderState.FAILED, now);
            case PaymentFact.Expired expired -> advance(expired.order(), OrderState.EXPIRED, now);
            case PaymentFact.SubscriptionState state -> follow(state);
            case PaymentFact.Refunded refunded -> {
                payments.note(refunded);
                yield settled(refunded.payment(), now);
            }
            case PaymentFact.Disputed disputed -> {
                payments.note(disputed);
                yield settled(disputed.payment(), now);
            }
            case PaymentFact.Unknown _ -> new ApplyOutcome.NotUnderstood();
        };
    }

    private ApplyOutcome paid(Bill bill, @Nullable CustomerReference customer, Instant now) {
        return switch (payments.fulfil(bill, prices, now)) {
            // The usual way: nothing is read or written that cannot have changed.
            case FulfilOutcome.Fulfilled fulfilled
                    when fulfilled.settled()
                            && bill.term() == null
                            && isKnown(customer, fulfilled.order()) ->
                    new ApplyOutcome.Applied();
            case FulfilOutcome.Fulfilled _, FulfilOutcome.AlreadyFulfilled _ ->
                    followed(bill, customer, now);
            case FulfilOutcome.Mismatched mismatched ->
                    new ApplyOutcome.Mismatched(mismatched.mismatch());
            case FulfilOutcome.NoSuchOrder _ -> new ApplyOutcome.NoSuchOrder();
        };
    }

    /** Their name was kept when the checkout was opened. */
    private static boolean isKnown(@Nullable CustomerReference customer, Order order) {
        return customer == null
                || (order.checkout() != null && customer.equals(order.checkout().customer()));
    }

    private ApplyOutcome followed(Bill bill, @Nullable CustomerReference customer, Instant now) {
        AccountId account = bill.order().account();
        keep(account, customer);
        // What was said of it before there was an account to follow it.
        subscriptions.of(account).ifPresent(subscriptions::put);
        return settled(bill.payment(), now);
    }

    private ApplyOutcome settled(PaymentReference payment, Instant now) {
        for (int step = 0; step < STEPS_MAX; step++) {
            if (!payments.settle(payment, now)) {
                return new ApplyOutcome.Applied();
            }
        }
        throw new PermanentFailure("ledger", "a payment is never settled");
    }

    private ApplyOutcome advance(OrderReference order, OrderState to, Instant now) {
        if (orders.find(order).isEmpty()) {
            return new ApplyOutcome.NoSuchOrder();
        }
        orders.advance(order, to, now);
        return new ApplyOutcome.Applied();
    }

    private ApplyOutcome follow(PaymentFact.SubscriptionState said) {
        Optional<Order> order = orders.find(said.order());
        if (order.isEmpty()) {
            return new ApplyOutcome.NoSuchOrder();
        }
        Optional<Purchase> sold = sold(said, order.get().purchase());
        if (sold.isEmpty() || sold.get().plan() == null) {
            return new ApplyOutcome.Mismatched(Mismatch.PRODUCT);
        }
        keep(said.order().account(), said.customer());
        subscriptions.put(
                new Subscription(
                        said.order().account(),
                        said.state(),
                        Objects.requireNonNull(sold.get().plan()),
                        said.until(),
                        sold.get().product().value(),
                        said.subscription().text(),
                        order.get().createdAt(),
                        said.at()));
        return new ApplyOutcome.Applied();
    }

    private Optional<Purchase> sold(PaymentFact.SubscriptionState said, Purchase ordered) {
        return said.priceReference().equals(ordered.priceReference())
                ? Optional.of(ordered)
                : prices.sold(
                        said.subscription().processor(), said.priceReference(), said.currency());
    }

    private void keep(AccountId account, @Nullable CustomerReference customer) {
        if (customer != null) {
            customers.keep(account, customer);
        }
    }
}
