package dev.halftone.dynamodb;

import dev.halftone.core.account.AccountEvents;
import dev.halftone.testing.AccountEventsContract;

class DynamoDbAccountEventsIT extends AccountEventsContract {

    @Override
    protected AccountEvents events() {
        return new DynamoDbAccountEvents(TestStack.client(), TestStack.table("AccountsTable"));
    }
}
