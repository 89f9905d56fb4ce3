package dev.halftone.core.asset;

import dev.halftone.core.IdempotencyKey;
import dev.halftone.core.SigningKey;
import dev.halftone.core.account.UserId;
import java.time.Instant;
import java.util.function.Supplier;

/** Makes room for an asset, before a byte of it is taken. */
public final class AnnounceAsset {

    // What never came gives its room back when that is needed, so nothing has to sweep.
    private static final int OVERDUE_MAX = 100;

    private final Assets assets;
    private final RemoveAsset removing;
    private final StorageQuota quota;
    private final Supplier<SigningKey> key;

    public AnnounceAsset(
            Assets assets, RemoveAsset removing, StorageQuota quota, Supplier<SigningKey> key) {
        this.assets = assets;
        this.removing = removing;
        this.quota = quota;
        this.key = key;
    }

    public AnnounceOutcome announce(
            UserId owner, IdempotencyKey click, AssetName name, AssetSource source, Instant now) {
        Asset asset =
                new Asset(
                        AssetId.derive(key.get(), owner, click),
                        owner,
                        name,
                        source,
                        now,
                        new AssetState.Awaited(now.plus(AssetLimits.AWAITED_MAX)));
        AddOutcome outcome = assets.add(asset, quota);
        if (outcome instanceof AddOutcome.OverQuota && makeRoom(owner, now)) {
            outcome = assets.add(asset, quota);
        }
        return switch (outcome) {
            case AddOutcome.Added added -> new AnnounceOutcome.Announced(added.asset());
            case AddOutcome.Known known -> known(asset, known.asset());
            case AddOutcome.OverQuota _ -> new AnnounceOutcome.OverQuota(assets.use(owner), quota);
        };
    }

    private boolean makeRoom(UserId owner, Instant now) {
        boolean made = false;
        for (Asset overdue : assets.overdue(owner, now, OVERDUE_MAX)) {
            made |= removing.remove(owner, overdue.id(), now) instanceof RemoveOutcome.Removed;
        }
        return made;
    }

    private static AnnounceOutcome known(Asset asked, Asset known) {
        boolean same = known.source().equals(asked.source()) && known.name().equals(asked.name());
        return same ? new AnnounceOutcome.Announced(known) : new AnnounceOutcome.KeyReused();
    }
}
