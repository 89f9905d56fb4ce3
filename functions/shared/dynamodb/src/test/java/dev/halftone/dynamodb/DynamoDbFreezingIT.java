package dev.halftone.dynamodb;

import dev.halftone.testing.FreezingContract;
import dev.halftone.testing.StudioPorts;

class DynamoDbFreezingIT extends FreezingContract {

    @Override
    protected StudioPorts ports() {
        return TestStack.studio();
    }
}
