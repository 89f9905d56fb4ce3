package dev.halftone.function.uploads;

import dev.halftone.core.asset.Asset;
import dev.halftone.core.asset.AssetFile;
import dev.halftone.core.asset.AssetFiles;
import dev.halftone.core.asset.AssetSource;
import dev.halftone.core.asset.AssetState;
import dev.halftone.core.asset.AssetType;
import dev.halftone.core.catalogue.Dimensions;
import dev.halftone.lambda.FileFacts;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An upload as its owner sees it: everything that is kept of it.
 *
 * @param refusal the code of the reason, of what was not kept
 * @param storagePath where its file lies
 * @param media leads to its file, for ten minutes at a time
 * @param access how its file can be reached: nothing is ever public, links are signed
 * @param source the host that it was fetched from
 * @param upload how to send it, while it is awaited
 */
record AssetResource(
        String id,
        String name,
        String state,
        @Nullable String refusal,
        @Nullable String kind,
        @Nullable String contentType,
        @Nullable Long bytes,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Long durationMillis,
        @Nullable String sha256,
        @Nullable String storagePath,
        @Nullable String media,
        @Nullable String access,
        @Nullable String thumbnail,
        @Nullable String source,
        String createdAt,
        @Nullable Upload upload) {

    /** One request of the browser. */
    record Upload(String method, String url, Map<String, String> headers) {}

    static AssetResource of(Asset asset) {
        return of(asset, null);
    }

    static AssetResource of(Asset asset, AssetFiles.@Nullable Ticket ticket) {
        Optional<AssetFile> file = asset.file();
        Optional<FileFacts> facts = file.map(each -> FileFacts.of(asset, each));
        Optional<AssetType> type = file.map(AssetFile::type).or(() -> announcedType(asset));
        return new AssetResource(
                asset.id().value(),
                asset.name().value(),
                asset.state().label(),
                asset.state() instanceof AssetState.Refused refused
                        ? refused.reason().code()
                        : null,
                type.map(each -> each.kind().name().toLowerCase(Locale.ROOT)).orElse(null),
                type.map(AssetType::contentType).orElse(null),
                file.map(AssetFile::bytes).or(() -> announcedBytes(asset)).orElse(null),
                file.map(AssetFile::size).map(Dimensions::width).orElse(null),
                file.map(AssetFile::size).map(Dimensions::height).orElse(null),
                file.map(AssetFile::duration).map(Duration::toMillis).orElse(null),
                file.map(AssetFile::sha256).orElse(null),
                facts.map(FileFacts::storagePath).orElse(null),
                facts.map(FileFacts::media).orElse(null),
                facts.map(FileFacts::access).orElse(null),
                file.map(AssetFile::thumbnail)
                        .map(_ -> "/v1/assets/" + asset.id() + "/thumbnail")
                        .orElse(null),
                asset.source() instanceof AssetSource.Web web ? web.host() : null,
                asset.createdAt().toString(),
                ticket == null
                        ? null
                        : new Upload("PUT", ticket.url().toString(), ticket.headers()));
    }

    private static Optional<AssetType> announcedType(Asset asset) {
        return asset.source() instanceof AssetSource.Upload upload
                ? Optional.of(upload.type())
                : Optional.empty();
    }

    private static Optional<Long> announcedBytes(Asset asset) {
        return asset.source() instanceof AssetSource.Upload upload
                ? Optional.of(upload.bytes())
                : Optional.empty();
    }
}
