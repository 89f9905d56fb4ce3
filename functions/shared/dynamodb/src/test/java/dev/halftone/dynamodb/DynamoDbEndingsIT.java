package dev.halftone.dynamodb;

import dev.halftone.core.generation.Endings;
import dev.halftone.testing.EndingsContract;
import dev.halftone.testing.StudioPorts;

class DynamoDbEndingsIT extends EndingsContract {

    @Override
    protected StudioPorts ports() {
        return TestStack.studio();
    }

    @Override
    protected Endings endings() {
        return new DynamoDbEndings(TestStack.client(), TestStack.table("StudioTable"));
    }
}
