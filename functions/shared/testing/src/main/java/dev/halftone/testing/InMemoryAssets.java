package dev.halftone.testing;

import dev.halftone.core.Page;
import dev.halftone.core.account.UserId;
import dev.halftone.core.asset.AddOutcome;
import dev.halftone.core.asset.Asset;
import dev.halftone.core.asset.AssetId;
import dev.halftone.core.asset.AssetState;
import dev.halftone.core.asset.Assets;
import dev.halftone.core.asset.StorageQuota;
import dev.halftone.core.asset.StorageUse;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Assets in memory. */
public final class InMemoryAssets implements Assets {

    private final Map<AssetId, Asset> assets = new HashMap<>();
    private final Function<UserId, StorageUse> results;

    /** Of people for whom nothing is made. */
    public InMemoryAssets() {
        this(_ -> StorageUse.NOTHING);
    }

    /**
     * Beside what is made.
     *
     * @param results how much of it is kept for somebody
     */
    InMemoryAssets(Function<UserId, StorageUse> results) {
        this.results = results;
    }

    @Override
    public synchronized AddOutcome add(Asset asset, StorageQuota quota) {
        Asset known = assets.get(asset.id());
        if (known != null) {
            return new AddOutcome.Known(known);
        }
        StorageUse with = use(asset.owner()).plus(asset.counted());
        if (with.bytes() > quota.bytes() || with.number() > quota.number()) {
            return new AddOutcome.OverQuota();
        }
        assets.put(asset.id(), asset);
        return new AddOutcome.Added(asset);
    }

    @Override
    public synchronized Optional<Asset> find(AssetId id) {
        return Optional.ofNullable(assets.get(id));
    }

    @Override
    public synchronized List<Asset> owned(UserId owner, List<AssetId> ids) {
        if (ids.size() > OWNED_MAX) {
            throw new IllegalArgumentException("At most " + OWNED_MAX + " assets at once");
        }
        return ids.stream().flatMap(id -> find(owner, id).stream()).toList();
    }

    @Override
    public synchronized Page<Asset> list(UserId owner, int limit, @Nullable String cursor) {
        NavigableMap<String, Asset> sorted = new TreeMap<>(Comparator.reverseOrder());
        for (Asset asset : assets.values()) {
            if (asset.owner().equals(owner)) {
                long createdAt = asset.createdAt().toEpochMilli();
                sorted.put("%013d#%s".formatted(createdAt, asset.id()), asset);
            }
        }
        return Paging.page(sorted, limit, cursor, "\\d{13}#ast_[0-9a-f]{32}");
    }

    @Override
    public synchronized StorageUse use(UserId owner) {
        StorageUse use = results.apply(owner);
        for (Asset asset : assets.values()) {
            if (asset.owner().equals(owner)) {
                use = use.plus(asset.counted());
            }
        }
        return use;
    }

    @Override
    public synchronized boolean move(Asset before, Asset after) {
        Asset stored = assets.get(before.id());
        if (stored == null || !isIn(stored, before.state())) {
            return after.equals(stored);
        }
        assets.put(after.id(), after);
        return true;
    }

    @Override
    public synchronized boolean remove(Asset asset) {
        Asset stored = assets.get(asset.id());
        if (stored == null) {
            return true;
        }
        return isIn(stored, asset.state()) && assets.remove(asset.id(), stored);
    }

    @Override
    public synchronized List<Asset> overdue(UserId owner, Instant now, int limit) {
        return assets.values().stream()
                .filter(asset -> asset.owner().equals(owner) && asset.isOverdue(now))
                .limit(limit)
                .toList();
    }

    private static boolean isIn(Asset stored, AssetState state) {
        return stored.state().label().equals(state.label());
    }
}
