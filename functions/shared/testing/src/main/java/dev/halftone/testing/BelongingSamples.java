package dev.halftone.testing;

import dev.halftone.core.asset.Assets;
import dev.halftone.core.generation.Belongings;

/** What people have whose orders name little of it. */
public final class BelongingSamples {
    private BelongingSamples() {}

    public static Belongings none() {
        return only(new InMemoryAssets());
    }

    public static Belongings only(Assets assets) {
        return new Belongings(assets, new InMemoryProjects(), new InMemoryBriefs());
    }
}
