package dev.halftone.dynamodb;

import dev.halftone.core.payment.Parked;
import dev.halftone.testing.ParkedContract;

class DynamoDbParkedIT extends ParkedContract {

    @Override
    protected Parked parked() {
        return new DynamoDbParked(TestStack.client(), TestStack.table("InsightTable"));
    }
}
