package dev.halftone.dynamodb;

import dev.halftone.core.safety.Refusals;
import dev.halftone.testing.RefusalsContract;

class DynamoDbRefusalsIT extends RefusalsContract {

    @Override
    protected Refusals refusals() {
        return new DynamoDbRefusals(TestStack.client(), TestStack.table("StudioTable"));
    }
}
