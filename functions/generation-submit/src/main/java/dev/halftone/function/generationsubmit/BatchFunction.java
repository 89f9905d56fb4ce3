package dev.halftone.function.generationsubmit;

import dev.halftone.core.SigningKey;
import dev.halftone.core.batch.BeginRow;
import dev.halftone.core.batch.ChangeBatch;
import dev.halftone.core.batch.PriceBatch;
import dev.halftone.core.batch.ReleaseRows;
import dev.halftone.core.batch.StartBatch;
import dev.halftone.core.batch.UploadBatch;
import dev.halftone.core.generation.MakeQuote;
import dev.halftone.core.generation.QuoteTokens;
import dev.halftone.core.generation.SubmitGeneration;
import dev.halftone.core.profile.Profile;
import dev.halftone.lambda.QueueFunction;
import dev.halftone.lambda.Route;
import dev.halftone.lambda.SessionGuard;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What this function does about batches: what people ask of them, and what messages say. */
final class BatchFunction {
    private BatchFunction() {}

    /** What it shares with single generations. */
    record Shared(
            SessionGuard guard,
            MakeQuote makeQuote,
            QuoteTokens quotes,
            SubmitGeneration submitGeneration,
            Supplier<SigningKey> key) {}

    static Map<String, Route> routes(GenerationSubmitPorts ports, Shared shared) {
        Map<String, Route> routes = new HashMap<>(beginning(ports, shared));
        routes.putAll(changing(ports, shared));
        routes.putAll(reading(ports, shared));
        return routes;
    }

    private static Map<String, Route> beginning(GenerationSubmitPorts ports, Shared shared) {
        Profile profile = ports.profile();
        PriceBatch price =
                new PriceBatch(
                        ports.batches(), profile.catalogue(), shared.makeQuote(), shared.quotes());
        StartBatch start =
                new StartBatch(
                        ports.batches(),
                        price,
                        shared.quotes(),
                        ports.ledger(),
                        ports.batchQueue());
        BatchTermsRoutes terms =
                new BatchTermsRoutes(
                        shared.guard(), profile, ports.batches(), price, start, ports.clock());
        return Map.of(
                "POST /v1/catalogues",
                new BatchUploadRoute(
                        shared.guard(),
                        profile,
                        ports.sheets(),
                        new UploadBatch(ports.batches()),
                        shared.key(),
                        ports.clock()),
                "POST /v1/catalogues/{id}/quote",
                terms::quote,
                "POST /v1/catalogues/{id}/start",
                terms::start);
    }

    private static Map<String, Route> changing(GenerationSubmitPorts ports, Shared shared) {
        BatchChangeRoutes change =
                new BatchChangeRoutes(
                        shared.guard(),
                        ports.profile(),
                        new ChangeBatch(ports.batches(), ports.batchQueue()),
                        ports.clock());
        return Map.of(
                "POST /v1/catalogues/{id}/pause",
                change::pause,
                "POST /v1/catalogues/{id}/resume",
                change::resume,
                "POST /v1/catalogues/{id}/cancel",
                change::cancel,
                "POST /v1/catalogues/{id}/retry",
                change::retry);
    }

    private static Map<String, Route> reading(GenerationSubmitPorts ports, Shared shared) {
        BatchReadRoutes read =
                new BatchReadRoutes(
                        shared.guard(), ports.batches(), ports.generations(), shared.key());
        return Map.of(
                "GET /v1/catalogues",
                read::list,
                "GET /v1/catalogues/{id}",
                read::one,
                "GET /v1/catalogues/{id}/result",
                read::result);
    }

    static QueueFunction messages(GenerationSubmitPorts ports, Shared shared) {
        ReleaseRows releaseRows =
                new ReleaseRows(
                        ports.batches(),
                        ports.generations(),
                        ports.ledger(),
                        new BeginRow(shared.makeQuote(), shared.submitGeneration()),
                        ports.batchQueue(),
                        new ReleaseRows.Rule(ports.profile().batchRowsAtOnce(), shared.key()));
        return new QueueFunction(new BatchMessages(releaseRows, ports.clock())::handle);
    }
}
