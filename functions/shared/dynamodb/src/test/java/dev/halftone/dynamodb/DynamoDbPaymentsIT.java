package dev.halftone.dynamodb;

import dev.halftone.testing.PaymentPorts;
import dev.halftone.testing.PaymentsContract;

class DynamoDbPaymentsIT extends PaymentsContract {

    @Override
    protected PaymentPorts ports() {
        return TestStack.payments();
    }
}
