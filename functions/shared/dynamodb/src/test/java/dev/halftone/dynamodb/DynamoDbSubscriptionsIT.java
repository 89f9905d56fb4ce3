package dev.halftone.dynamodb;

import dev.halftone.core.ledger.Subscriptions;
import dev.halftone.testing.SubscriptionsContract;

class DynamoDbSubscriptionsIT extends SubscriptionsContract {

    @Override
    protected Subscriptions subscriptions() {
        return new DynamoDbSubscriptions(TestStack.client(), TestStack.table("LedgerTable"));
    }
}
