package dev.halftone.dynamodb;

import dev.halftone.core.account.Sessions;
import dev.halftone.testing.SessionsContract;

class DynamoDbSessionsIT extends SessionsContract {

    @Override
    protected Sessions sessions() {
        return new DynamoDbSessions(TestStack.client(), TestStack.table("SessionsTable"));
    }
}
