package dev.halftone.dynamodb;

import dev.halftone.testing.ExpiriesContract;
import dev.halftone.testing.StudioPorts;

class DynamoDbExpiriesIT extends ExpiriesContract {

    @Override
    protected StudioPorts ports() {
        return TestStack.studio();
    }
}
