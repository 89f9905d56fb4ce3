package dev.halftone.dynamodb;

import dev.halftone.testing.CorrectionsContract;
import dev.halftone.testing.StudioPorts;

class DynamoDbCorrectionsIT extends CorrectionsContract {

    @Override
    protected StudioPorts ports() {
        return TestStack.studio();
    }
}
