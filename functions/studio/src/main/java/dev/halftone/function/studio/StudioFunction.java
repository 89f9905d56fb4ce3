package dev.halftone.function.studio;

import dev.halftone.core.account.SignedIn;
import dev.halftone.lambda.Guarded;
import dev.halftone.lambda.HttpFunction;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.Route;
import dev.halftone.lambda.SessionGuard;
import java.util.Map;

/** The routes of this function: the price list for everybody, the rest for its owner. */
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
        ModelsResource models = ModelsResource.of(ports.profile().catalogue());
        GenerationRoutes generations =
                new GenerationRoutes(
                        ports.generations(), ports.media(), ports.profile().catalogue());
        AccountRoutes accounts = new AccountRoutes(ports.ledger(), ports.clock());
        StatementRoutes statements = new StatementRoutes(ports.ledger(), ports.clock());
        return new HttpFunction(
                Map.of(
                        "GET /v1/models", _ -> HttpResponse.json(200, models),
                        "GET /v1/generations", owner(guard, generations::history),
                        "GET /v1/generations/{id}", owner(guard, generations::one),
                        "GET /v1/generations/{id}/media/{index}", owner(guard, generations::media),
                        "GET /v1/account", owner(guard, accounts::balance),
                        "GET /v1/account/statement", owner(guard, statements::statement),
                        "GET /v1/account/statement.csv", owner(guard, statements::csv)));
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
