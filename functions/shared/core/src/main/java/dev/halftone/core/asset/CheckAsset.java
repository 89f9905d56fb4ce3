package dev.halftone.core.asset;

import dev.halftone.core.TemporaryFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what was uploaded or fetched, keeps what is fit to be kept, and removes the rest. Each
 * step can be done again: keys follow from the asset, and the row is changed last.
 */
public final class CheckAsset {

    private final Assets assets;
    private final AssetFiles files;
    private final Pictures pictures;

    public CheckAsset(Assets assets, AssetFiles files, Pictures pictures) {
        this.assets = assets;
        this.files = files;
        this.pictures = pictures;
    }

    public CheckOutcome check(AssetWork work, Instant now) {
        Optional<Asset> found = assets.find(work.asset());
        if (found.isEmpty()) {
            RemoveAsset.removeUnchecked(files, work.asset());
            return new CheckOutcome.Idle("removed");
        }
        return switch (found.get().state()) {
            case AssetState.Awaited _, AssetState.Checking _ ->
                    ended(found.get(), looked(found.get(), work.refusal(), now));
            case AssetState.Ready _, AssetState.Refused _ -> {
                // An earlier try may have died before it could remove it.
                RemoveAsset.removeUnchecked(files, work.asset());
                yield new CheckOutcome.Idle("looked at before");
            }
        };
    }

    private CheckOutcome ended(Asset before, Asset after) {
        if (assets.move(before, after)) {
            RemoveAsset.removeUnchecked(files, before.id());
            return new CheckOutcome.Ended(after);
        }
        if (assets.find(before.id()).isEmpty()) {
            RemoveAsset.removeFiles(files, after);
        }
        return new CheckOutcome.Idle("moved on");
    }

    private Asset looked(Asset asset, @Nullable AssetRefusal refusal, Instant now) {
        if (refusal != null) {
            return asset.refused(refusal, now);
        }
        Optional<Long> size = files.size(AssetKey.quarantine(asset.id()));
        if (size.isEmpty()) {
            return asset.refused(AssetRefusal.NOTHING_UPLOADED, now);
        }
        Optional<AssetRefusal> wrongSize = wrongSize(asset.source(), size.get());
        if (wrongSize.isPresent()) {
            return asset.refused(wrongSize.get(), now);
        }
        Optional<AssetRefusal> early = beforeItIsRead(asset, size.get());
        if (early.isPresent()) {
            return asset.refused(early.get(), now);
        }
        Path copy = TemporaryFile.create();
        try {
            return files.fetch(AssetKey.quarantine(asset.id()), copy)
                    ? inspected(asset, copy, now)
                    : asset.refused(AssetRefusal.NOTHING_UPLOADED, now);
        } finally {
            TemporaryFile.delete(copy);
        }
    }

    private static Optional<AssetRefusal> wrongSize(AssetSource source, long size) {
        return switch (source) {
            case AssetSource.Upload upload when upload.bytes() != size ->
                    Optional.of(AssetRefusal.WRONG_SIZE);
            case AssetSource.Upload _ -> Optional.empty();
            case AssetSource.Web _ when size > AssetLimits.FETCHED_BYTES_MAX ->
                    Optional.of(AssetRefusal.TOO_LARGE);
            case AssetSource.Web _ -> Optional.empty();
        };
    }

    /** A film says what it is in a few parts; no 200 MB are transferred to be refused. */
    private Optional<AssetRefusal> beforeItIsRead(Asset asset, long size) {
        if (!(asset.source() instanceof AssetSource.Upload(AssetType type, _))
                || type.kind() != AssetKind.FILM) {
            return Optional.empty();
        }
        StoredSource source = new StoredSource(files, AssetKey.quarantine(asset.id()), size);
        return switch (Inspect.of(source, type)) {
            case Inspection.Unfit unfit -> Optional.of(unfit.why());
            case Inspection.Fit _ -> Optional.empty();
        };
    }

    private Asset inspected(Asset asset, Path copy, Instant now) {
        AssetType announced =
                switch (asset.source()) {
                    case AssetSource.Upload upload -> upload.type();
                    case AssetSource.Web _ -> null;
                };
        try (FileSource source = FileSource.open(copy)) {
            return switch (Inspect.of(source, announced)) {
                case Inspection.Unfit unfit -> asset.refused(unfit.why(), now);
                case Inspection.Fit fit -> kept(asset, source, fit, now);
            };
        }
    }

    private Asset kept(Asset asset, FileSource source, Inspection.Fit fit, Instant now) {
        Path clean = TemporaryFile.create();
        Path small = TemporaryFile.create();
        try {
            CleanFile file = CleanFile.write(source, fit.kept(), clean);
            AssetKey thumbnail = null;
            if (fit.type().kind() == AssetKind.PICTURE) {
                if (!pictures.thumbnail(clean, fit.type(), fit.orientation(), small)) {
                    return asset.refused(AssetRefusal.DAMAGED, now);
                }
                thumbnail = AssetKey.thumbnail(asset.owner(), asset.id());
                files.put(thumbnail, Pictures.THUMBNAIL_CONTENT_TYPE, small);
            }
            AssetKey key = AssetKey.original(asset.owner(), asset.id(), fit.type());
            files.put(key, fit.type().contentType(), clean);
            return asset.accepted(
                    new AssetFile(
                            key,
                            fit.type(),
                            file.bytes(),
                            fit.size(),
                            fit.duration(),
                            file.sha256(),
                            thumbnail),
                    now);
        } finally {
            TemporaryFile.delete(clean);
            TemporaryFile.delete(small);
        }
    }
}
