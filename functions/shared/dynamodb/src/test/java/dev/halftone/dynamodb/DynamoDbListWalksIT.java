package dev.halftone.dynamodb;

import dev.halftone.core.payment.ListWalks;
import dev.halftone.testing.ListWalksContract;

class DynamoDbListWalksIT extends ListWalksContract {

    @Override
    protected ListWalks walks() {
        return new DynamoDbListWalks(TestStack.client(), TestStack.table("LedgerTable"));
    }
}
