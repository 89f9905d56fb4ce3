package dev.halftone.dynamodb;

import dev.halftone.testing.HistoryContract;
import dev.halftone.testing.StudioPorts;

class DynamoDbHistoryIT extends HistoryContract {

    @Override
    protected StudioPorts ports() {
        return TestStack.studio();
    }
}
