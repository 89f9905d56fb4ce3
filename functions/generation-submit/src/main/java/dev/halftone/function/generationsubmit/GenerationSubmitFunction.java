package dev.halftone.function.generationsubmit;

import dev.halftone.core.SigningKey;
import dev.halftone.core.asset.StorageRoom;
import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.circuit.WatchRoutes;
import dev.halftone.core.generation.CancelGeneration;
import dev.halftone.core.generation.ChooseRoute;
import dev.halftone.core.generation.EndGeneration;
import dev.halftone.core.generation.MakeQuote;
import dev.halftone.core.generation.QuoteTokens;
import dev.halftone.core.generation.RequestCheck;
import dev.halftone.core.generation.SubmitGeneration;
import dev.halftone.core.profile.Profile;
import dev.halftone.lambda.HttpFunction;
import dev.halftone.lambda.MessagesOrHttpFunction;
import dev.halftone.lambda.RateGate;
import dev.halftone.lambda.Route;
import dev.halftone.lambda.SessionGuard;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The routes of this function and the use cases behind them. */
final class GenerationSubmitFunction {
    private GenerationSubmitFunction() {}

    // Key and address are asked for per request: a snapshot taken now must hold neither.
    static MessagesOrHttpFunction of(GenerationSubmitConfig config, GenerationSubmitPorts ports) {
        Supplier<SigningKey> key =
                () ->
                        SigningKey.ofBase64(
                                ports.secrets().value(config.signingKeyParameter()).reveal());
        Supplier<URI> publicUrl =
                () -> URI.create(ports.secrets().value(config.publicUrlParameter()).reveal());
        RequestCheck check = new RequestCheck(ports.profile().catalogue(), ports.belongings());
        QuoteTokens quotes = new QuoteTokens(key);
        SessionGuard guard =
                new SessionGuard(ports.sessions(), config.cookiePrefix(), publicUrl, ports.clock());
        Profile profile = ports.profile();
        Catalogue catalogue = profile.catalogue();
        MakeQuote makeQuote = new MakeQuote(check, quotes, catalogue.priceVersion());
        SubmitGeneration submitGeneration =
                new SubmitGeneration(
                        offers(ports, check),
                        quotes,
                        ports.submissions(),
                        ports.ledger(),
                        ports.queue(),
                        key);
        Map<String, Route> routes =
                new HashMap<>(
                        Map.of(
                                "POST /v1/quotes",
                                new QuoteRoute(guard, profile, makeQuote, ports.clock()),
                                "POST /v1/generations",
                                new SubmitRoute(guard, profile, submitGeneration, ports.clock()),
                                "POST /v1/generations/{id}/cancel",
                                new CancelRoute(
                                        guard, cancelGeneration(ports), catalogue, ports.clock())));
        BatchFunction.Shared shared =
                new BatchFunction.Shared(guard, makeQuote, quotes, submitGeneration, key);
        routes.putAll(BatchFunction.routes(ports, shared));
        routes.putAll(StoryboardFunction.routes(ports, shared, check));
        return new MessagesOrHttpFunction(
                new HttpFunction(routes, RateGate.of(ports.limits(), key, ports.clock())),
                BatchFunction.messages(ports, shared));
    }

    private static SubmitGeneration.Offers offers(GenerationSubmitPorts ports, RequestCheck check) {
        Profile profile = ports.profile();
        return new SubmitGeneration.Offers(
                check,
                new ChooseRoute(profile.catalogue(), new WatchRoutes(ports.circuits())),
                ports.words(),
                new StorageRoom(ports.belongings().assets(), profile.storage()));
    }

    private static CancelGeneration cancelGeneration(GenerationSubmitPorts ports) {
        return new CancelGeneration(
                ports.generations(),
                new EndGeneration(ports.generations(), ports.settlements()),
                ports.queue());
    }
}
