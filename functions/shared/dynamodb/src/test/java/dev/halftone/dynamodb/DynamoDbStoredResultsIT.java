package dev.halftone.dynamodb;

import dev.halftone.core.asset.Assets;
import dev.halftone.testing.StoredResultsContract;
import dev.halftone.testing.StudioPorts;

class DynamoDbStoredResultsIT extends StoredResultsContract {

    private final Assets assets =
            new DynamoDbAssets(TestStack.client(), TestStack.table("StudioTable"));

    @Override
    protected StudioPorts ports() {
        return TestStack.studio();
    }

    @Override
    protected Assets assets() {
        return assets;
    }
}
