package dev.halftone.dynamodb;

import dev.halftone.testing.PaymentPorts;
import dev.halftone.testing.PeriodsContract;

class DynamoDbPeriodsIT extends PeriodsContract {

    @Override
    protected PaymentPorts ports() {
        return TestStack.payments();
    }
}
