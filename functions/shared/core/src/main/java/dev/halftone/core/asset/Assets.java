package dev.halftone.core.asset;

import dev.halftone.core.Page;
import dev.halftone.core.account.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people have uploaded, and how much of their storage that and what was made takes. */
public interface Assets {

    /** As many as are read at once. */
    int OWNED_MAX = 32;

    /** Stores a new asset and counts it, if it fits; all of it or nothing. */
    AddOutcome add(Asset asset, StorageQuota quota);

    /** Strongly consistent, whoever's it is. */
    Optional<Asset> find(AssetId id);

    /** Strongly consistent; empty if it is not this owner's. */
    default Optional<Asset> find(UserId owner, AssetId id) {
        return find(id).filter(asset -> asset.owner().equals(owner));
    }

    /**
     * Strongly consistent, those that exist and are this owner's, in the order asked for; one that
     * is asked for twice comes twice.
     *
     * @param ids at most {@link #OWNED_MAX}
     */
    List<Asset> owned(UserId owner, List<AssetId> ids);

    /** The owner's, newest first; a new one may be missing for a moment. */
    Page<Asset> list(UserId owner, int limit, @Nullable String cursor);

    /** What was uploaded and what was made, strongly consistent. */
    StorageUse use(UserId owner);

    /**
     * Stores {@code after} if the state is still that of {@code before}, and counts the difference.
     *
     * @return whether {@code after} is what is stored now
     */
    boolean move(Asset before, Asset after);

    /**
     * Removes it and what it counted, if its state is still this one.
     *
     * @return whether it is gone
     */
    boolean remove(Asset asset);

    /**
     * Of the owner's assets, those that never came or were never looked at; a new one may be
     * missing for a moment.
     */
    List<Asset> overdue(UserId owner, Instant now, int limit);
}
