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
 * @param payment what paid it, of a subscription what paid its first period; {@code null} until
 *     then
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
}
