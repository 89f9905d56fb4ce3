package dev.halftone.core.asset;

import dev.halftone.core.account.UserId;
import java.time.Instant;
import java.util.Optional;

/** Something that a person brought along. */
public record Asset(
        AssetId id,
        UserId owner,
        AssetName name,
        AssetSource source,
        Instant createdAt,
        AssetState state) {

    /** Its file, once it can be used. */
    public Optional<AssetFile> file() {
        return switch (state) {
            case AssetState.Ready ready -> Optional.of(ready.file());
            case AssetState.Awaited _, AssetState.Checking _, AssetState.Refused _ ->
                    Optional.empty();
        };
    }

    /** What of its owner's storage it takes. */
    public StorageUse counted() {
        return switch (state) {
            case AssetState.Awaited _, AssetState.Checking _ ->
                    new StorageUse(source.bytesSetAside(), 1);
            case AssetState.Ready ready -> new StorageUse(ready.file().bytes(), 1);
            case AssetState.Refused _ -> StorageUse.NOTHING;
        };
    }

    /** Whether nobody will bring it to an end any more. */
    public boolean isOverdue(Instant now) {
        return switch (state) {
            case AssetState.Awaited awaited -> !now.isBefore(awaited.until());
            case AssetState.Checking checking -> !now.isBefore(checking.until());
            case AssetState.Ready _, AssetState.Refused _ -> false;
        };
    }

    /** Its file has come. */
    public Asset arrived(Instant now) {
        if (!(state instanceof AssetState.Awaited)) {
            throw new IllegalStateException("Nothing is awaited");
        }
        return in(new AssetState.Checking(now.plus(AssetLimits.CHECKING_MAX)));
    }

    public Asset accepted(AssetFile file, Instant now) {
        requireOpen();
        return in(new AssetState.Ready(file, now));
    }

    public Asset refused(AssetRefusal reason, Instant now) {
        requireOpen();
        return in(new AssetState.Refused(reason, now));
    }

    private void requireOpen() {
        switch (state) {
            case AssetState.Awaited _, AssetState.Checking _ -> {}
            case AssetState.Ready _, AssetState.Refused _ ->
                    throw new IllegalStateException("It was looked at before");
        }
    }

    private Asset in(AssetState next) {
        return new Asset(id, owner, name, source, createdAt, next);
    }
}
