package dev.halftone.dynamodb;

import dev.halftone.testing.RootsContract;
import dev.halftone.testing.SealPorts;
import dev.halftone.testing.StudioPorts;

class DynamoDbRootsIT extends RootsContract {

    @Override
    protected StudioPorts ports() {
        return TestStack.studio();
    }

    @Override
    protected SealPorts seals() {
        return TestStack.seals();
    }
}
