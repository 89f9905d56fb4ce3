package dev.halftone.testing;

import dev.halftone.core.asset.Assets;

class InMemoryAssetsTest extends AssetsContract {

    private final Assets assets = new InMemoryAssets();

    @Override
    protected Assets assets() {
        return assets;
    }
}
