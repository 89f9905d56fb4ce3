package dev.halftone.dynamodb;

import dev.halftone.testing.LedgerContract;
import dev.halftone.testing.StudioPorts;

class DynamoDbLedgerIT extends LedgerContract {

    @Override
    protected StudioPorts ports() {
        return TestStack.studio();
    }
}
