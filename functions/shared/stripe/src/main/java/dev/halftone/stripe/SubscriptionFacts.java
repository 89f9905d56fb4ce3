package dev.halftone.stripe;

import com.stripe.model.Subscription;
import com.stripe.model.SubscriptionItem;
import dev.halftone.core.ledger.Subscription.State;
import dev.halftone.core.payment.OrderReference;
import dev.halftone.core.payment.PaymentFact;
import java.time.Instant;
import java.util.Optional;

/** How a subscription stands; see https://docs.stripe.com/billing/subscriptions/overview. */
final class SubscriptionFacts {

    private final StripeApi stripe;

    SubscriptionFacts(StripeApi stripe) {
        this.stripe = stripe;
    }

    /** Empty if it is none of ours, or has not begun. */
    Optional<PaymentFact> of(String id, Instant now) {
        return stripe.find(api -> api.subscriptions().retrieve(id))
                .flatMap(
                        subscription ->
                                Names.order(subscription.getMetadata())
                                        .flatMap(order -> fact(subscription, order, now)));
    }

    /** How it stands and until when. */
    private record Standing(State state, Instant until) {}

    private static Optional<PaymentFact> fact(
            Subscription subscription, OrderReference order, Instant now) {
        SubscriptionItem item = subscription.getItems().getData().getFirst();
        return standing(subscription, item)
                .map(
                        standing ->
                                new PaymentFact.SubscriptionState(
                                        order,
                                        Names.subscription(subscription.getId()),
                                        Names.customer(subscription.getCustomer()),
                                        standing.state(),
                                        item.getPrice().getId(),
                                        Names.currency(subscription.getCurrency()),
                                        standing.until(),
                                        now));
    }

    private static Optional<Standing> standing(Subscription subscription, SubscriptionItem item) {
        Instant start = Names.at(item.getCurrentPeriodStart());
        Instant end = Names.at(item.getCurrentPeriodEnd());
        return switch (subscription.getStatus()) {
            case "active", "trialing" -> Optional.of(running(subscription, end));
            // The period that runs is the one that is not paid.
            case "past_due" -> Optional.of(new Standing(State.PAST_DUE, start));
            case "unpaid", "paused" -> Optional.of(new Standing(State.CANCELLED, start));
            case "canceled" ->
                    Optional.of(new Standing(State.CANCELLED, Names.at(subscription.getEndedAt())));
            default -> Optional.empty();
        };
    }

    private static Standing running(Subscription subscription, Instant end) {
        if (subscription.getCancelAt() != null) {
            return new Standing(State.CANCELLED, Names.at(subscription.getCancelAt()));
        }
        return new Standing(
                subscription.getCancelAtPeriodEnd() ? State.CANCELLED : State.ACTIVE, end);
    }
}
