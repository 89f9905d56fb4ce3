package dev.halftone.function.uploads;

import dev.halftone.core.Digest;
import dev.halftone.core.IdempotencyKey;
import dev.halftone.core.account.SignedIn;
import dev.halftone.core.asset.AnnounceAsset;
import dev.halftone.core.asset.AnnounceOutcome;
import dev.halftone.core.asset.Asset;
import dev.halftone.core.asset.AssetFiles;
import dev.halftone.core.asset.AssetName;
import dev.halftone.core.asset.AssetQueue;
import dev.halftone.core.asset.AssetSource;
import dev.halftone.core.asset.AssetState;
import dev.halftone.core.asset.AssetWork;
import dev.halftone.core.asset.FetchRules;
import dev.halftone.lambda.Body;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.JsonBody;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/** Takes an address of a file, which somebody else fetches. */
final class AddressRoute {
    private final AnnounceAsset announcing;
    private final FetchRules rules;
    private final AssetFiles files;
    private final AssetQueue queue;
    private final Clock clock;

    AddressRoute(
            AnnounceAsset announcing,
            FetchRules rules,
            AssetFiles files,
            AssetQueue queue,
            Clock clock) {
        this.announcing = announcing;
        this.rules = rules;
        this.files = files;
        this.queue = queue;
        this.clock = clock;
    }

    HttpResponse bring(HttpRequest request, SignedIn caller) {
        return switch (JsonBody.read(request, AddressBody.class)) {
            case Body.Invalid<AddressBody> invalid -> invalid.response();
            case Body.Valid<AddressBody> valid -> bring(request, caller, valid.value());
        };
    }

    private HttpResponse bring(HttpRequest request, SignedIn caller, AddressBody body) {
        Optional<IdempotencyKey> click =
                request.header("idempotency-key").flatMap(IdempotencyKey::parse);
        if (click.isEmpty()) {
            return UploadProblems.keyRequired();
        }
        return switch (rules.judge(body.url().strip())) {
            case FetchRules.Ruling.Refused refused -> UploadProblems.address(refused.why());
            case FetchRules.Ruling.Allowed allowed -> {
                URI address = allowed.address();
                AssetSource source =
                        new AssetSource.Web(
                                address.getHost(), Digest.sha256Hex(address.toString()));
                yield switch (announcing.announce(
                        caller.user(),
                        click.get(),
                        AssetName.of(body.name()),
                        source,
                        clock.instant())) {
                    case AnnounceOutcome.Announced announced ->
                            announced(request, announced.asset(), address);
                    case AnnounceOutcome.KeyReused _ -> UploadProblems.keyReused();
                    case AnnounceOutcome.OverQuota over -> UploadProblems.overQuota(over);
                };
            }
        };
    }

    /** The row comes first, and the address lies there before anybody is sent for it. */
    private HttpResponse announced(HttpRequest request, Asset asset, URI address) {
        if (!(asset.state() instanceof AssetState.Awaited)) {
            return HttpResponse.json(200, AssetResource.of(asset));
        }
        files.putAddress(asset.id(), address.toString());
        queue.send(AssetWork.fetch(asset.id(), request.trace()));
        return HttpResponse.json(202, AssetResource.of(asset));
    }
}
