package dev.halftone.function.generationsubmit;

import dev.halftone.core.generation.RequestCheck;
import dev.halftone.core.storyboard.OrderShot;
import dev.halftone.core.storyboard.PlanStoryboard;
import dev.halftone.core.storyboard.QuoteShots;
import dev.halftone.lambda.Route;
import java.util.Map;

/** What this function does about storyboards. */
final class StoryboardFunction {
    private StoryboardFunction() {}

    static Map<String, Route> routes(
            GenerationSubmitPorts ports, BatchFunction.Shared shared, RequestCheck check) {
        StoryboardRoutes.Uses uses =
                new StoryboardRoutes.Uses(
                        new PlanStoryboard(
                                ports.storyboards(),
                                ports.profile().catalogue(),
                                check,
                                shared.submitGeneration(),
                                shared.key()),
                        new QuoteShots(ports.storyboards(), shared.makeQuote()),
                        new OrderShot(
                                ports.storyboards(), shared.submitGeneration(), shared.key()));
        StoryboardRoutes routes =
                new StoryboardRoutes(
                        shared.guard(),
                        ports.profile(),
                        uses,
                        new SubmitRoute(
                                shared.guard(),
                                ports.profile(),
                                shared.submitGeneration(),
                                ports.clock()),
                        ports.clock());
        return Map.of(
                "POST /v1/storyboards",
                routes::plan,
                "POST /v1/storyboards/{id}/quote",
                routes::quote,
                "POST /v1/storyboards/{id}/shots/{shot}/generations",
                routes::order);
    }
}
