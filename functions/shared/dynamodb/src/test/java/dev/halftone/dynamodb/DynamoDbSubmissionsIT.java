package dev.halftone.dynamodb;

import dev.halftone.testing.StudioPorts;
import dev.halftone.testing.SubmissionsContract;

class DynamoDbSubmissionsIT extends SubmissionsContract {

    @Override
    protected StudioPorts ports() {
        return TestStack.studio();
    }
}
