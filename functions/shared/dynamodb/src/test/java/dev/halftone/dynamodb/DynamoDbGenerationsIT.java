package dev.halftone.dynamodb;

import dev.halftone.testing.GenerationsContract;
import dev.halftone.testing.StudioPorts;

class DynamoDbGenerationsIT extends GenerationsContract {

    @Override
    protected StudioPorts ports() {
        return TestStack.studio();
    }
}
