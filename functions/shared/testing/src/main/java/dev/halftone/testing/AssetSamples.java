package dev.halftone.testing;

import dev.halftone.core.IdempotencyKey;
import dev.halftone.core.account.UserId;
import dev.halftone.core.asset.Asset;
import dev.halftone.core.asset.AssetFile;
import dev.halftone.core.asset.AssetId;
import dev.halftone.core.asset.AssetKey;
import dev.halftone.core.asset.AssetKind;
import dev.halftone.core.asset.AssetLimits;
import dev.halftone.core.asset.AssetName;
import dev.halftone.core.asset.AssetSource;
import dev.halftone.core.asset.AssetState;
import dev.halftone.core.asset.AssetType;
import dev.halftone.core.catalogue.Dimensions;
import java.time.Duration;
import java.time.Instant;

/** Uploads of a person; the same number always makes the same one. */
public final class AssetSamples {

    private AssetSamples() {}

    public static AssetId id(UserId owner, int number) {
        return AssetId.derive(
                Samples.signingKey(), owner, new IdempotencyKey("upload-" + (1_000 + number)));
    }

    /** Announced with a thousand bytes. */
    public static Asset awaited(UserId owner, int number, AssetType type, Instant at) {
        return new Asset(
                id(owner, number),
                owner,
                AssetName.of("file-" + number + "." + type.ending()),
                new AssetSource.Upload(type, 1_000),
                at,
                new AssetState.Awaited(at.plus(AssetLimits.AWAITED_MAX)));
    }

    /** Checked and kept, with 900 bytes. */
    public static Asset ready(UserId owner, int number, AssetType type, Instant at) {
        Asset awaited = awaited(owner, number, type, at);
        return awaited.arrived(at).accepted(file(awaited, type), at);
    }

    /** A sound of that length, checked and kept. */
    public static Asset sound(UserId owner, int number, Duration length, Instant at) {
        Asset awaited = awaited(owner, number, AssetType.WAV, at);
        AssetFile file = file(awaited, AssetType.WAV);
        return awaited.arrived(at)
                .accepted(
                        new AssetFile(
                                file.key(),
                                file.type(),
                                file.bytes(),
                                null,
                                length,
                                file.sha256(),
                                null),
                        at);
    }

    /** A film of that size and length, checked and kept. */
    public static Asset film(
            UserId owner, int number, Dimensions size, Duration length, Instant at) {
        Asset awaited = awaited(owner, number, AssetType.MP4, at);
        AssetFile file = file(awaited, AssetType.MP4);
        return awaited.arrived(at)
                .accepted(
                        new AssetFile(
                                file.key(),
                                file.type(),
                                file.bytes(),
                                size,
                                length,
                                file.sha256(),
                                null),
                        at);
    }

    public static AssetFile file(Asset asset, AssetType type) {
        boolean seen = type.kind() != AssetKind.SOUND;
        boolean lasts = type.kind() != AssetKind.PICTURE;
        return new AssetFile(
                AssetKey.original(asset.owner(), asset.id(), type),
                type,
                900,
                seen ? new Dimensions(640, 480) : null,
                lasts ? Duration.ofMillis(4_040) : null,
                "ab".repeat(32),
                type.kind() == AssetKind.PICTURE
                        ? AssetKey.thumbnail(asset.owner(), asset.id())
                        : null);
    }
}
