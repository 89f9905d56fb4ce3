package dev.halftone.dynamodb;

import dev.halftone.core.account.Users;
import dev.halftone.core.mail.EmailChanges;
import dev.halftone.testing.EmailChangesContract;

class DynamoDbEmailChangesIT extends EmailChangesContract {

    @Override
    protected Users users() {
        return new DynamoDbUsers(TestStack.client(), TestStack.table("AccountsTable"));
    }

    @Override
    protected EmailChanges changes() {
        return new DynamoDbEmailChanges(TestStack.client(), TestStack.table("AccountsTable"));
    }
}
