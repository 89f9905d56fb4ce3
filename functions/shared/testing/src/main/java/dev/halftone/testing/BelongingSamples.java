package dev.halftone.testing;

import dev.halftone.core.asset.Assets;
import dev.halftone.core.asset.StorageQuota;
import dev.halftone.core.asset.StorageRoom;
import dev.halftone.core.generation.Belongings;

/** What people have whose orders name little of it. */
public final class BelongingSamples {
    private BelongingSamples() {}

    public static Belongings none() {
        return only(new InMemoryAssets());
    }

    /** Room for everything. */
    public static StorageRoom room() {
        return new StorageRoom(new InMemoryAssets(), new StorageQuota(Long.MAX_VALUE, 1));
    }

    public static Belongings only(Assets assets) {
        return new Belongings(assets, new InMemoryProjects(), new InMemoryBriefs());
    }
}
