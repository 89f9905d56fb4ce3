package dev.halftone.testing;

import dev.halftone.core.ledger.Subscriptions;

class InMemorySubscriptionsTest extends SubscriptionsContract {

    private final Subscriptions subscriptions = new InMemorySubscriptions();

    @Override
    protected Subscriptions subscriptions() {
        return subscriptions;
    }
}
