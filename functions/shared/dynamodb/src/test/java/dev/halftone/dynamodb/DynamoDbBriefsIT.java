package dev.halftone.dynamodb;

import dev.halftone.core.brief.Briefs;
import dev.halftone.testing.BriefsContract;

class DynamoDbBriefsIT extends BriefsContract {

    @Override
    protected Briefs briefs() {
        return new DynamoDbBriefs(TestStack.client(), TestStack.table("StudioTable"));
    }
}
