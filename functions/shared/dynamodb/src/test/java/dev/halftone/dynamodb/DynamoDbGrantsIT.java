package dev.halftone.dynamodb;

import dev.halftone.testing.GrantsContract;
import dev.halftone.testing.StudioPorts;

class DynamoDbGrantsIT extends GrantsContract {

    @Override
    protected StudioPorts ports() {
        return TestStack.studio();
    }
}
