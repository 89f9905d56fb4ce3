package dev.halftone.dynamodb;

import dev.halftone.core.account.Users;
import dev.halftone.testing.UsersContract;

class DynamoDbUsersIT extends UsersContract {

    @Override
    protected Users users() {
        return new DynamoDbUsers(TestStack.client(), TestStack.table("AccountsTable"));
    }
}
