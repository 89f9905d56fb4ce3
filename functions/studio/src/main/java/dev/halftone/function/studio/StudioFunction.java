package dev.halftone.function.studio;

import static java.util.Map.entry;

import dev.halftone.core.account.SignedIn;
import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.mark.MarkFile;
import dev.halftone.lambda.Guarded;
import dev.halftone.lambda.HttpFunction;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.Route;
import dev.halftone.lambda.SessionGuard;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * The routes of this function: price list, signed roots and marks for everybody, the rest for its
 * owner.
 */
final class StudioFunction {
    private StudioFunction() {}

    /** Answers a request of someone who is signed in. */
    @FunctionalInterface
    private interface OwnerRoute {
        HttpResponse handle(HttpRequest request, SignedIn caller);
    }

    static HttpFunction of(StudioConfig config, StudioPorts ports) {
        SessionGuard guard =
                SessionGuard.forReads(ports.sessions(), config.cookiePrefix(), ports.clock());
        Catalogue catalogue = ports.profile().catalogue();
        GenerationRoutes generations =
                new GenerationRoutes(ports.generations(), ports.media(), catalogue);
        AccountRoutes accounts = new AccountRoutes(ports.ledger(), ports.clock());
        StatementRoutes statements = new StatementRoutes(ports.ledger(), ports.clock());
        VerifyRoute verifying = new VerifyRoute(new MarkFile(ports.signingKey()));
        ProofRoutes proofs = new ProofRoutes(ports.proof(), ports.roots());
        return new HttpFunction(
                Map.ofEntries(
                        entry(
                                "GET /v1/models",
                                _ ->
                                        HttpResponse.json(
                                                200, ModelsResource.of(catalogue, today(ports)))),
                        entry("GET /v1/generations", owner(guard, generations::history)),
                        entry("GET /v1/generations/{id}", owner(guard, generations::one)),
                        entry(
                                "GET /v1/generations/{id}/media/{index}",
                                owner(guard, generations::media)),
                        entry("GET /v1/account", owner(guard, accounts::balance)),
                        entry("GET /v1/account/statement", owner(guard, statements::statement)),
                        entry("GET /v1/account/statement.csv", owner(guard, statements::csv)),
                        entry("GET /v1/account/statement/proof", owner(guard, proofs::proof)),
                        entry("GET /v1/ledger/roots", proofs::roots),
                        entry("GET /v1/verify", verifying::verify)));
    }

    private static LocalDate today(StudioPorts ports) {
        return LocalDate.ofInstant(ports.clock().instant(), ZoneOffset.UTC);
    }

    /** No acceptance is asked for: what is theirs, people may always read. */
    private static Route owner(SessionGuard guard, OwnerRoute route) {
        return request ->
                switch (guard.authenticate(request)) {
                    case Guarded.Refused refused -> refused.response();
                    case Guarded.Caller caller -> route.handle(request, caller.signedIn());
                };
    }
}
