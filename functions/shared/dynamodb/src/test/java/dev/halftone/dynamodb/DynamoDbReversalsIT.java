package dev.halftone.dynamodb;

import dev.halftone.testing.PaymentPorts;
import dev.halftone.testing.ReversalsContract;

class DynamoDbReversalsIT extends ReversalsContract {

    @Override
    protected PaymentPorts ports() {
        return TestStack.payments();
    }
}
