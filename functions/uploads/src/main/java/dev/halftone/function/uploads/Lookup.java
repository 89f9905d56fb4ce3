package dev.halftone.function.uploads;

import dev.halftone.core.account.UserId;
import dev.halftone.core.asset.Asset;
import dev.halftone.core.asset.AssetId;
import dev.halftone.core.asset.Assets;
import dev.halftone.lambda.HttpRequest;
import java.util.Optional;

/** The upload that a path names, if it is the caller's; others do not exist for them. */
final class Lookup {
    private Lookup() {}

    static Optional<Asset> find(Assets assets, HttpRequest request, UserId caller) {
        return AssetId.parse(request.pathParameter("id")).flatMap(id -> assets.find(caller, id));
    }
}
