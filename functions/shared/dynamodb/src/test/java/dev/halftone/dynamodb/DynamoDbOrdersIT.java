package dev.halftone.dynamodb;

import dev.halftone.testing.OrdersContract;
import dev.halftone.testing.PaymentPorts;

class DynamoDbOrdersIT extends OrdersContract {

    @Override
    protected PaymentPorts ports() {
        return TestStack.payments();
    }
}
