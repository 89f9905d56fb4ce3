package dev.halftone.dynamodb;

import dev.halftone.core.share.Shares;
import dev.halftone.testing.SharesContract;

class DynamoDbSharesIT extends SharesContract {

    @Override
    protected Shares shares() {
        return new DynamoDbShares(TestStack.client(), TestStack.table("StudioTable"));
    }
}
