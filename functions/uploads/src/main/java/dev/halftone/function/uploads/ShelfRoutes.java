package dev.halftone.function.uploads;

import dev.halftone.core.Page;
import dev.halftone.core.account.SignedIn;
import dev.halftone.core.asset.Asset;
import dev.halftone.core.asset.AssetFile;
import dev.halftone.core.asset.AssetFiles;
import dev.halftone.core.asset.AssetId;
import dev.halftone.core.asset.AssetKey;
import dev.halftone.core.asset.Assets;
import dev.halftone.core.asset.RemoveAsset;
import dev.halftone.core.asset.RemoveOutcome;
import dev.halftone.core.asset.StorageQuota;
import dev.halftone.core.asset.StorageUse;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a person has uploaded: to see, to open and to remove. */
final class ShelfRoutes {
    private static final int LIMIT_DEFAULT = 24;
    private static final int LIMIT_MAX = 100;
    private static final int CURSOR_CHARACTERS_MAX = 500;
    private static final Pattern LIMIT = Pattern.compile("[1-9]\\d{0,2}");
    private static final Duration LINK_LIFETIME = Duration.ofMinutes(10);

    private final Assets assets;
    private final AssetFiles files;
    private final RemoveAsset removing;
    private final StorageQuota quota;
    private final Clock clock;

    ShelfRoutes(
            Assets assets,
            AssetFiles files,
            RemoveAsset removing,
            StorageQuota quota,
            Clock clock) {
        this.assets = assets;
        this.files = files;
        this.removing = removing;
        this.quota = quota;
        this.clock = clock;
    }

    /** One page, newest first, and how much room there is. */
    private record Shelf(
            List<AssetResource> items,
            @Nullable String nextCursor,
            long bytesUsed,
            long bytesMax) {}

    HttpResponse list(HttpRequest request, SignedIn caller) {
        String limit =
                request.queryParameter("limit")
                        .filter(text -> !text.isEmpty())
                        .orElse(Integer.toString(LIMIT_DEFAULT));
        if (!LIMIT.matcher(limit).matches() || Integer.parseInt(limit) > LIMIT_MAX) {
            return Problem.of(
                            400,
                            "invalid_limit",
                            "A limit is a number from 1 to " + LIMIT_MAX + ".")
                    .field("limit")
                    .response();
        }
        String cursor =
                request.queryParameter("cursor").filter(text -> !text.isEmpty()).orElse(null);
        if (cursor != null && cursor.length() > CURSOR_CHARACTERS_MAX) {
            return invalidCursor();
        }
        try {
            Page<Asset> page = assets.list(caller.user(), Integer.parseInt(limit), cursor);
            StorageUse use = assets.use(caller.user());
            return HttpResponse.json(
                    200,
                    new Shelf(
                            page.items().stream().map(AssetResource::of).toList(),
                            page.nextCursor(),
                            use.bytes(),
                            quota.bytes()));
        } catch (IllegalArgumentException _) {
            // Cursors are opaque here; only whoever wrote them can tell that one is none.
            return invalidCursor();
        }
    }

    HttpResponse one(HttpRequest request, SignedIn caller) {
        return Lookup.find(assets, request, caller.user())
                .map(asset -> HttpResponse.json(200, AssetResource.of(asset)))
                .orElseGet(UploadProblems::unknownAsset);
    }

    HttpResponse media(HttpRequest request, SignedIn caller) {
        boolean download = request.queryParameter("download").filter("1"::equals).isPresent();
        return redirect(request, caller, AssetFile::key, download);
    }

    HttpResponse thumbnail(HttpRequest request, SignedIn caller) {
        return redirect(request, caller, AssetFile::thumbnail, false);
    }

    private HttpResponse redirect(
            HttpRequest request,
            SignedIn caller,
            Function<AssetFile, @Nullable AssetKey> part,
            boolean download) {
        Optional<Asset> found = Lookup.find(assets, request, caller.user());
        if (found.isEmpty()) {
            return UploadProblems.unknownAsset();
        }
        Optional<AssetKey> key = found.get().file().map(part);
        return key.map(
                        each ->
                                HttpResponse.redirect(
                                        files.link(
                                                each,
                                                LINK_LIFETIME,
                                                download ? found.get().name().value() : null)))
                .orElseGet(UploadProblems::unknownMedia);
    }

    HttpResponse remove(HttpRequest request, SignedIn caller) {
        Optional<AssetId> id = AssetId.parse(request.pathParameter("id"));
        if (id.isEmpty()) {
            return UploadProblems.unknownAsset();
        }
        return switch (removing.remove(caller.user(), id.get(), clock.instant())) {
            case RemoveOutcome.Removed _ -> HttpResponse.noContent();
            case RemoveOutcome.Unknown _ -> UploadProblems.unknownAsset();
            case RemoveOutcome.StillChecking _ -> UploadProblems.stillChecking();
        };
    }

    private static HttpResponse invalidCursor() {
        return Problem.of(400, "invalid_cursor", "This is no cursor of this list.")
                .field("cursor")
                .response();
    }
}
