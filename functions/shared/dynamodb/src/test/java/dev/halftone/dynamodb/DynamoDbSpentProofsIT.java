package dev.halftone.dynamodb;

import dev.halftone.core.account.SpentProofs;
import dev.halftone.testing.SpentProofsContract;

class DynamoDbSpentProofsIT extends SpentProofsContract {

    @Override
    protected SpentProofs proofs() {
        return new DynamoDbSpentProofs(TestStack.client(), TestStack.table("InsightTable"));
    }
}
