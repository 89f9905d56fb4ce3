package dev.halftone.dynamodb;

import dev.halftone.core.catalogue.Ceilings;
import dev.halftone.core.generation.Submissions;
import dev.halftone.testing.CeilingsContract;
import dev.halftone.testing.StudioPorts;

class DynamoDbCeilingsIT extends CeilingsContract {

    @Override
    protected StudioPorts ports() {
        return TestStack.studio();
    }

    @Override
    protected Submissions submissions(Ceilings ceilings) {
        return TestStack.submissions(TestStack.client(), ceilings);
    }
}
