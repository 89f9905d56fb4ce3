package dev.halftone.function.uploads;

import dev.halftone.core.IdempotencyKey;
import dev.halftone.core.account.SignedIn;
import dev.halftone.core.asset.AnnounceAsset;
import dev.halftone.core.asset.AnnounceOutcome;
import dev.halftone.core.asset.Asset;
import dev.halftone.core.asset.AssetFiles;
import dev.halftone.core.asset.AssetKey;
import dev.halftone.core.asset.AssetName;
import dev.halftone.core.asset.AssetQueue;
import dev.halftone.core.asset.AssetSource;
import dev.halftone.core.asset.AssetState;
import dev.halftone.core.asset.AssetType;
import dev.halftone.core.asset.AssetWork;
import dev.halftone.core.asset.Assets;
import dev.halftone.lambda.Body;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.JsonBody;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Takes uploads: first their announcement, then the news that they are there. */
final class UploadRoutes {
    private static final Duration TICKET_LIFETIME = Duration.ofMinutes(5);

    private final AnnounceAsset announcing;
    private final Assets assets;
    private final AssetFiles files;
    private final AssetQueue queue;
    private final Clock clock;

    UploadRoutes(
            AnnounceAsset announcing,
            Assets assets,
            AssetFiles files,
            AssetQueue queue,
            Clock clock) {
        this.announcing = announcing;
        this.assets = assets;
        this.files = files;
        this.queue = queue;
        this.clock = clock;
    }

    HttpResponse announce(HttpRequest request, SignedIn caller) {
        return switch (JsonBody.read(request, AnnounceBody.class)) {
            case Body.Invalid<AnnounceBody> invalid -> invalid.response();
            case Body.Valid<AnnounceBody> valid -> announce(request, caller, valid.value());
        };
    }

    private HttpResponse announce(HttpRequest request, SignedIn caller, AnnounceBody body) {
        Optional<IdempotencyKey> click =
                request.header("idempotency-key").flatMap(IdempotencyKey::parse);
        if (click.isEmpty()) {
            return UploadProblems.keyRequired();
        }
        Optional<AssetType> type = AssetType.parse(body.contentType());
        if (type.isEmpty()) {
            return UploadProblems.unsupportedType(body.contentType());
        }
        if (body.bytes() < 1) {
            return UploadProblems.empty();
        }
        if (body.bytes() > type.get().bytesMax()) {
            return UploadProblems.tooLarge(type.get().bytesMax());
        }
        Instant now = clock.instant();
        AssetSource source = new AssetSource.Upload(type.get(), body.bytes());
        return switch (announcing.announce(
                caller.user(), click.get(), AssetName.of(body.name()), source, now)) {
            case AnnounceOutcome.Announced announced -> announced(announced.asset());
            case AnnounceOutcome.KeyReused _ -> UploadProblems.keyReused();
            case AnnounceOutcome.OverQuota over -> UploadProblems.overQuota(over);
        };
    }

    /** With a fresh ticket as long as nothing has come. */
    private HttpResponse announced(Asset asset) {
        if (!(asset.state() instanceof AssetState.Awaited)
                || !(asset.source() instanceof AssetSource.Upload upload)) {
            return HttpResponse.json(200, AssetResource.of(asset));
        }
        AssetFiles.Ticket ticket =
                files.ticket(
                        AssetKey.quarantine(asset.id()),
                        upload.type(),
                        upload.bytes(),
                        TICKET_LIFETIME);
        return HttpResponse.json(201, AssetResource.of(asset, ticket));
    }

    HttpResponse complete(HttpRequest request, SignedIn caller) {
        return Lookup.find(assets, request, caller.user())
                .map(asset -> complete(request, asset))
                .orElseGet(UploadProblems::unknownAsset);
    }

    private HttpResponse complete(HttpRequest request, Asset asset) {
        return switch (asset.state()) {
            case AssetState.Awaited _ -> {
                Asset arrived = asset.arrived(clock.instant());
                // Whoever else says so at the same time sends the same message.
                assets.move(asset, arrived);
                queue.send(AssetWork.check(asset.id(), request.trace()));
                yield HttpResponse.json(202, AssetResource.of(arrived));
            }
            case AssetState.Checking _ -> {
                queue.send(AssetWork.check(asset.id(), request.trace()));
                yield HttpResponse.json(202, AssetResource.of(asset));
            }
            case AssetState.Ready _, AssetState.Refused _ ->
                    HttpResponse.json(200, AssetResource.of(asset));
        };
    }
}
