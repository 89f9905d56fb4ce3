package dev.halftone.dynamodb;

import dev.halftone.core.privacy.PrivacyRequests;
import dev.halftone.testing.PrivacyRequestsContract;

class DynamoDbPrivacyRequestsIT extends PrivacyRequestsContract {

    @Override
    protected PrivacyRequests requests() {
        return new DynamoDbPrivacyRequests(TestStack.client(), TestStack.table("AccountsTable"));
    }
}
