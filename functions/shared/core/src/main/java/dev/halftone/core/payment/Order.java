package dev.halftone.core.payment;

import dev.halftone.core.account.AccountId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to buy. Written before its checkout is opened; what it says of the product
 * never changes.
 *
 * @param checkout {@code null} until it is opened
 * @param consentedAt when its buyer asked for the credits at once, and took note that this ends
 *     their right to withdraw from the contract
 * @param billingEmail what the buyer told the processor; {@code null} until paid
 * @param payment what paid it; {@code null} until then, and for a subscription, each period of
 *     which has its own
 * @param subscription what it began; {@code null} for a pack, and until paid
 * @param lookedAt when the processor was last asked what became of it; {@code null} if never
 */
public record Order(
        OrderId id,
        AccountId account,
        Purchase purchase,
        OrderState state,
        @Nullable Checkout checkout,
        Instant createdAt,
        Instant consentedAt,
        @Nullable String billingEmail,
        @Nullable PaymentReference payment,
        @Nullable SubscriptionReference subscription,
        @Nullable Instant lookedAt) {

    public Order {
        createdAt = createdAt.truncatedTo(ChronoUnit.MILLIS);
        consentedAt = consentedAt.truncatedTo(ChronoUnit.MILLIS);
        lookedAt = lookedAt == null ? null : lookedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** One that nobody has paid yet. */
    public static Order open(OrderId id, AccountId account, Purchase purchase, Instant at) {
        return new Order(
                id, account, purchase, OrderState.OPEN, null, at, at, null, null, null, null);
    }

    public OrderReference reference() {
        return new OrderReference(account, id);
    }

    /** The processor that sells it. */
    public String processor() {
        return purchase.processor();
    }

    /** In a state that is not before the one it is in. */
    public Order in(OrderState next) {
        return next.compareTo(state) <= 0
                ? this
                : new Order(
                        id,
                        account,
                        purchase,
                        next,
                        checkout,
                        createdAt,
                        consentedAt,
                        billingEmail,
                        payment,
                        subscription,
                        lookedAt);
    }

    /** With what a bill says of it, unless another did so before. */
    Order paidBy(Bill bill, OrderState next) {
        boolean counts = state != OrderState.PAID && next.compareTo(state) >= 0;
        return new Order(
                id,
                account,
                purchase,
                counts ? next : state,
                checkout,
                createdAt,
                consentedAt,
                counts && bill.billingEmail() != null ? bill.billingEmail() : billingEmail,
                counts && bill.term() == null ? bill.payment() : payment,
                counts && bill.term() != null ? bill.term().subscription() : subscription,
                lookedAt);
    }

    /** With its checkout. */
    public Order at(Checkout opened) {
        return new Order(
                id,
                account,
                purchase,
                state,
                opened,
                createdAt,
                consentedAt,
                billingEmail,
                payment,
                subscription,
                lookedAt);
    }

    /** With when the processor was asked last. */
    public Order lookedAt(Instant now) {
        return new Order(
                id,
                account,
                purchase,
                state,
                checkout,
                createdAt,
                consentedAt,
                billingEmail,
                payment,
                subscription,
                now);
    }

    /** Whether it asks for the same, of the same processor, in the same currency. */
    public boolean isSameAs(Order other) {
        return reference().equals(other.reference())
                && processor().equals(other.processor())
                && purchase.product().equals(other.purchase.product())
                && purchase.price().currency().equals(other.purchase.price().currency());
    }
}
