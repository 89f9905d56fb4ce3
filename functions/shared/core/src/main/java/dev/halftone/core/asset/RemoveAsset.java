package dev.halftone.core.asset;

import dev.halftone.core.TransientFailure;
import dev.halftone.core.account.UserId;
import java.time.Instant;
import java.util.Optional;

/** Removes an asset with everything that is kept of it. */
public final class RemoveAsset {

    // It moves twice at most while somebody removes it.
    private static final int TRIES_MAX = 4;

    private final Assets assets;
    private final AssetFiles files;

    public RemoveAsset(Assets assets, AssetFiles files) {
        this.assets = assets;
        this.files = files;
    }

    /** The files go first: a row without files can be removed again, files without a row never. */
    public RemoveOutcome remove(UserId owner, AssetId id, Instant now) {
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            Optional<Asset> found = assets.find(owner, id);
            if (found.isEmpty()) {
                return attempt > 0 ? new RemoveOutcome.Removed() : new RemoveOutcome.Unknown();
            }
            Asset asset = found.get();
            if (asset.state() instanceof AssetState.Checking && !asset.isOverdue(now)) {
                return new RemoveOutcome.StillChecking();
            }
            removeUnchecked(files, id);
            removeFiles(files, asset);
            if (assets.remove(asset)) {
                return new RemoveOutcome.Removed();
            }
        }
        throw new TransientFailure("assets", "it moved on in every attempt");
    }

    /** Also what somebody may have stored who died before saying so. */
    static void removeFiles(AssetFiles files, Asset asset) {
        files.remove(AssetKey.thumbnail(asset.owner(), asset.id()));
        for (AssetType type : AssetType.values()) {
            if (mayBe(asset, type)) {
                files.remove(AssetKey.original(asset.owner(), asset.id(), type));
            }
        }
    }

    private static boolean mayBe(Asset asset, AssetType type) {
        return switch (asset.source()) {
            case AssetSource.Upload upload -> upload.type() == type;
            case AssetSource.Web _ -> asset.file().map(file -> file.type() == type).orElse(true);
        };
    }

    static void removeUnchecked(AssetFiles files, AssetId id) {
        files.remove(AssetKey.quarantine(id));
        files.remove(AssetKey.address(id));
    }
}
