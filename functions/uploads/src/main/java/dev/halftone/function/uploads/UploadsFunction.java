package dev.halftone.function.uploads;

import static java.util.Map.entry;

import dev.halftone.core.SigningKey;
import dev.halftone.core.account.Scope;
import dev.halftone.core.account.SignedIn;
import dev.halftone.core.asset.AnnounceAsset;
import dev.halftone.core.asset.RemoveAsset;
import dev.halftone.lambda.Guarded;
import dev.halftone.lambda.HttpFunction;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.RateGate;
import dev.halftone.lambda.Route;
import dev.halftone.lambda.SessionGuard;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;

/** The routes of this function, each for the owner alone. */
final class UploadsFunction {
    private UploadsFunction() {}

    /** Answers a request of someone who is signed in. */
    @FunctionalInterface
    private interface OwnerRoute {
        HttpResponse handle(HttpRequest request, SignedIn caller);
    }

    static HttpFunction of(UploadsConfig config, UploadsPorts ports) {
        // Asked per request: a snapshot taken now must hold neither the key nor the address.
        Supplier<SigningKey> key =
                () ->
                        SigningKey.ofBase64(
                                ports.secrets().value(config.signingKeyParameter()).reveal());
        Supplier<URI> publicUrl =
                () -> URI.create(ports.secrets().value(config.publicUrlParameter()).reveal());
        SessionGuard guard =
                new SessionGuard(ports.sessions(), config.cookiePrefix(), publicUrl, ports.clock());
        Clock clock = ports.clock();
        RemoveAsset removing = new RemoveAsset(ports.assets(), ports.files());
        AnnounceAsset announcing =
                new AnnounceAsset(ports.assets(), removing, ports.profile().storage(), key);
        AddressRoute address =
                new AddressRoute(
                        announcing, config.fetchRules(), ports.files(), ports.queue(), clock);
        UploadRoutes uploads =
                new UploadRoutes(announcing, ports.assets(), ports.files(), ports.queue(), clock);
        ShelfRoutes shelf =
                new ShelfRoutes(
                        ports.assets(), ports.files(), removing, ports.profile().storage(), clock);
        return new HttpFunction(
                Map.ofEntries(
                        entry("POST /v1/assets", accepted(guard, ports, uploads::announce)),
                        entry("POST /v1/assets/from-url", accepted(guard, ports, address::bring)),
                        entry(
                                "POST /v1/assets/{id}/complete",
                                accepted(guard, ports, uploads::complete)),
                        entry("GET /v1/assets", owner(guard, shelf::list)),
                        entry("GET /v1/assets/{id}", owner(guard, shelf::one)),
                        entry("GET /v1/assets/{id}/media", owner(guard, shelf::media)),
                        entry("GET /v1/assets/{id}/thumbnail", owner(guard, shelf::thumbnail)),
                        entry("DELETE /v1/assets/{id}", owner(guard, shelf::remove))),
                RateGate.of(ports.limits(), key, clock));
    }

    /** No acceptance is asked for: what is theirs, people may always read and remove. */
    private static Route owner(SessionGuard guard, OwnerRoute route) {
        return request ->
                switch (guard.authenticate(request)) {
                    case Guarded.Refused refused -> refused.response();
                    case Guarded.Caller caller -> route.handle(request, caller.signedIn());
                };
    }

    private static Route accepted(SessionGuard guard, UploadsPorts ports, OwnerRoute route) {
        return request ->
                switch (guard.authenticateAccepted(request, ports.profile(), Scope.MANAGE)) {
                    case Guarded.Refused refused -> refused.response();
                    case Guarded.Caller caller -> route.handle(request, caller.signedIn());
                };
    }
}
