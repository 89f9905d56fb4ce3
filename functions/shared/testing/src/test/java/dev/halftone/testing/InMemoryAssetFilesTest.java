package dev.halftone.testing;

import dev.halftone.core.asset.AssetFiles;

class InMemoryAssetFilesTest extends AssetFilesContract {

    private final AssetFiles files = new InMemoryAssetFiles();

    @Override
    protected AssetFiles files() {
        return files;
    }
}
