package dev.halftone.dynamodb;

import dev.halftone.testing.SettlementsContract;
import dev.halftone.testing.StudioPorts;

class DynamoDbSettlementsIT extends SettlementsContract {

    @Override
    protected StudioPorts ports() {
        return TestStack.studio();
    }

    @Override
    protected int steps() {
        return 60;
    }
}
