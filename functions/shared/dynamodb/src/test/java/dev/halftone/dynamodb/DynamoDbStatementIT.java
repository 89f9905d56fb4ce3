package dev.halftone.dynamodb;

import dev.halftone.testing.StatementContract;
import dev.halftone.testing.StudioPorts;

class DynamoDbStatementIT extends StatementContract {

    @Override
    protected StudioPorts ports() {
        return TestStack.studio();
    }
}
