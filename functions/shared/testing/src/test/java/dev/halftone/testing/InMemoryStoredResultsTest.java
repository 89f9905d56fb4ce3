package dev.halftone.testing;

import dev.halftone.core.asset.Assets;

class InMemoryStoredResultsTest extends StoredResultsContract {

    private final InMemoryStudio studio = new InMemoryStudio();
    private final Assets assets = studio.assets();

    @Override
    protected StudioPorts ports() {
        return studio.ports();
    }

    @Override
    protected Assets assets() {
        return assets;
    }
}
