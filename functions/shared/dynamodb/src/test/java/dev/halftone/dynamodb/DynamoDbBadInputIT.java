package dev.halftone.dynamodb;

import dev.halftone.testing.BadInputContract;
import dev.halftone.testing.StudioPorts;

class DynamoDbBadInputIT extends BadInputContract {

    @Override
    protected StudioPorts ports() {
        return TestStack.studio();
    }
}
