package dev.halftone.core.asset;

import dev.halftone.core.account.UserId;
import java.util.Optional;

/** Whether anything more may be kept for a person. */
public final class StorageRoom {

    private final Assets assets;
    private final StorageQuota quota;

    public StorageRoom(Assets assets, StorageQuota quota) {
        this.assets = assets;
        this.quota = quota;
    }

    /** That a person keeps as much as one may. */
    public record Full(StorageUse use, StorageQuota quota) {}

    /**
     * Empty as long as a byte is left, for nobody knows how large a result will be. How many files
     * somebody has uploaded does not matter here: a result is none.
     */
    public Optional<Full> full(UserId owner) {
        StorageUse use = assets.use(owner);
        return use.bytes() < quota.bytes() ? Optional.empty() : Optional.of(new Full(use, quota));
    }
}
