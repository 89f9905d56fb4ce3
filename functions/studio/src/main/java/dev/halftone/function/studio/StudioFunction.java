package dev.halftone.function.studio;

import static java.util.Map.entry;

import dev.halftone.core.account.SignedIn;
import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.generation.DeleteProject;
import dev.halftone.core.generation.RemoveGeneration;
import dev.halftone.core.generation.RemoveResults;
import dev.halftone.core.mark.MarkFile;
import dev.halftone.core.project.Projects;
import dev.halftone.core.share.ShareTokens;
import dev.halftone.core.storyboard.DeleteStoryboard;
import dev.halftone.core.storyboard.EditStoryboard;
import dev.halftone.core.storyboard.ReadStoryboards;
import dev.halftone.core.storyboard.Storyboards;
import dev.halftone.lambda.Guarded;
import dev.halftone.lambda.HttpFunction;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.PlanDocument;
import dev.halftone.lambda.RateGate;
import dev.halftone.lambda.Route;
import dev.halftone.lambda.SessionGuard;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/**
 * The routes of this function: price list, rates, signed roots and marks for everybody, the rest
 * for its owner.
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
                new SessionGuard(
                        ports.sessions(), config.cookiePrefix(), ports.publicUrl(), ports.clock());
        Catalogue catalogue = ports.profile().catalogue();
        GenerationRoutes generations =
                new GenerationRoutes(ports.generations(), ports.media(), catalogue);
        AccountRoutes accounts =
                new AccountRoutes(
                        ports.ledger(), ports.usages(), ports.profile().plans(), ports.clock());
        StatementRoutes statements = new StatementRoutes(ports.ledger(), ports.clock());
        VerifyRoute verifying = new VerifyRoute(new MarkFile(ports.signingKey()));
        ProofRoutes proofs = new ProofRoutes(ports.proof(), ports.roots());
        Map<String, Route> routes = new HashMap<>(libraryRoutes(guard, ports));
        routes.putAll(briefRoutes(guard, ports));
        routes.putAll(insightRoutes(guard, ports));
        routes.putAll(storyboardRoutes(guard, ports));
        routes.putAll(
                Map.ofEntries(
                        entry(
                                "GET /v1/models",
                                _ ->
                                        HttpResponse.json(
                                                200,
                                                ModelsResource.of(ports.profile(), today(ports)))),
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
        return new HttpFunction(
                routes, RateGate.of(ports.limits(), ports.signingKey(), ports.clock()));
    }

    /** What became of work: of one's own, step by step; of everybody's, in numbers. */
    private static Map<String, Route> insightRoutes(SessionGuard guard, StudioPorts ports) {
        Catalogue catalogue = ports.profile().catalogue();
        TimelineRoutes timelines = new TimelineRoutes(ports.generations(), catalogue);
        RateRoutes rates = new RateRoutes(ports.endings(), catalogue, ports.clock());
        return Map.ofEntries(
                entry("GET /v1/generations/{id}/timeline", owner(guard, timelines::timeline)),
                entry("GET /v1/models/rates", _ -> rates.rates()));
    }

    private static Map<String, Route> storyboardRoutes(SessionGuard guard, StudioPorts ports) {
        Storyboards kept = ports.library().storyboards();
        Catalogue catalogue = ports.profile().catalogue();
        StoryboardRoutes storyboards =
                new StoryboardRoutes(
                        new ReadStoryboards(
                                kept, ports.generations(), new PlanDocument(), catalogue),
                        new EditStoryboard(kept),
                        new DeleteStoryboard(
                                kept,
                                new RemoveGeneration(
                                        ports.generations(), new RemoveResults(ports.media()))),
                        catalogue,
                        ports.clock());
        return Map.ofEntries(
                entry("GET /v1/storyboards", owner(guard, storyboards::list)),
                entry("GET /v1/storyboards/{id}", owner(guard, storyboards::one)),
                entry("PUT /v1/storyboards/{id}", owner(guard, storyboards::edit)),
                entry("DELETE /v1/storyboards/{id}", owner(guard, storyboards::delete)));
    }

    private static Map<String, Route> briefRoutes(SessionGuard guard, StudioPorts ports) {
        BriefRoutes briefs =
                new BriefRoutes(ports.library().briefs(), ports.signingKey(), ports.clock());
        return Map.ofEntries(
                entry("GET /v1/briefs", owner(guard, briefs::list)),
                entry("POST /v1/briefs", owner(guard, briefs::create)),
                entry("GET /v1/briefs/{id}", owner(guard, briefs::one)),
                entry("PUT /v1/briefs/{id}", owner(guard, briefs::rewrite)),
                entry("DELETE /v1/briefs/{id}", owner(guard, briefs::delete)));
    }

    /** What becomes of results: where they are kept, who else may see them, and how they go. */
    private static Map<String, Route> libraryRoutes(SessionGuard guard, StudioPorts ports) {
        Projects projects = ports.library().projects();
        RemoveGeneration removing =
                new RemoveGeneration(ports.generations(), new RemoveResults(ports.media()));
        ShelfRoutes shelf = new ShelfRoutes(ports.generations(), removing, projects, ports.clock());
        ProjectRoutes projectRoutes =
                new ProjectRoutes(
                        projects,
                        new DeleteProject(projects, ports.generations(), removing),
                        ports.signingKey(),
                        ports.clock());
        ShareRoutes shares =
                new ShareRoutes(
                        ports.generations(),
                        ports.library().shares(),
                        new ShareTokens(ports.signingKey()),
                        ports.media(),
                        ports.clock());
        ArchiveRoutes archives = new ArchiveRoutes(ports.generations(), ports.library());
        String share = " /v1/generations/{id}/media/{index}/share";
        return Map.ofEntries(
                entry("DELETE /v1/generations/{id}", owner(guard, shelf::remove)),
                entry("PUT /v1/generations/{id}/project", owner(guard, shelf::file)),
                entry("POST" + share, owner(guard, shares::open)),
                entry("GET" + share, owner(guard, shares::show)),
                entry("DELETE" + share, owner(guard, shares::revoke)),
                entry("GET /s/{token}", shares::follow),
                entry("POST /v1/archives", owner(guard, archives::pack)),
                entry("GET /v1/archives/{archive}", owner(guard, archives::fetch)),
                entry("GET /v1/projects", owner(guard, projectRoutes::list)),
                entry("POST /v1/projects", owner(guard, projectRoutes::create)),
                entry("PUT /v1/projects/{id}", owner(guard, projectRoutes::change)),
                entry("DELETE /v1/projects/{id}", owner(guard, projectRoutes::delete)));
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
