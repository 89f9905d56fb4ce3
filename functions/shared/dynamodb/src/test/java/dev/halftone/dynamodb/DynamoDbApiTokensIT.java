package dev.halftone.dynamodb;

import dev.halftone.core.account.ApiTokens;
import dev.halftone.core.account.Sessions;
import dev.halftone.testing.ApiTokensContract;

class DynamoDbApiTokensIT extends ApiTokensContract {

    @Override
    protected ApiTokens tokens() {
        return new DynamoDbApiTokens(TestStack.client(), TestStack.table("SessionsTable"));
    }

    @Override
    protected Sessions sessions() {
        return new DynamoDbSessions(TestStack.client(), TestStack.table("SessionsTable"));
    }
}
