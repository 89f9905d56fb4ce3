package dev.halftone.dynamodb;

import dev.halftone.core.asset.Assets;
import dev.halftone.testing.AssetsContract;

class DynamoDbAssetsIT extends AssetsContract {

    private final Assets assets =
            new DynamoDbAssets(TestStack.client(), TestStack.table("StudioTable"));

    @Override
    protected Assets assets() {
        return assets;
    }
}
