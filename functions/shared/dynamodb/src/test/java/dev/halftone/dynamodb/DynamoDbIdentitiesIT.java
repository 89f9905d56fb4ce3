package dev.halftone.dynamodb;

import dev.halftone.core.account.Identities;
import dev.halftone.core.account.Users;
import dev.halftone.testing.IdentitiesContract;

class DynamoDbIdentitiesIT extends IdentitiesContract {

    @Override
    protected Users users() {
        return new DynamoDbUsers(TestStack.client(), TestStack.table("AccountsTable"));
    }

    @Override
    protected Identities identities() {
        return new DynamoDbIdentities(TestStack.client(), TestStack.table("AccountsTable"));
    }
}
