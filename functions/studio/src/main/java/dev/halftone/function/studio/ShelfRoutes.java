package dev.halftone.function.studio;

import dev.halftone.core.account.SignedIn;
import dev.halftone.core.generation.Claim;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.Generations;
import dev.halftone.core.generation.RemoveGeneration;
import dev.halftone.core.generation.RemoveGeneration.RemoveOutcome;
import dev.halftone.core.project.ProjectId;
import dev.halftone.core.project.Projects;
import dev.halftone.lambda.Body;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.JsonBody;
import dev.halftone.lambda.Problem;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a generation is kept: in a project, in none, or nowhere any more. */
final class ShelfRoutes {
    private final Generations generations;
    private final OwnGeneration own;
    private final RemoveGeneration removing;
    private final Projects projects;
    private final Clock clock;

    ShelfRoutes(
            Generations generations, RemoveGeneration removing, Projects projects, Clock clock) {
        this.generations = generations;
        this.own = new OwnGeneration(generations);
        this.removing = removing;
        this.projects = projects;
        this.clock = clock;
    }

    /**
     * Where it is to be.
     *
     * @param project {@code null} for none
     */
    record ProjectBody(@Nullable String project) {}

    HttpResponse remove(HttpRequest request, SignedIn caller) {
        Claim claim = new Claim("remove:" + request.requestId());
        return GenerationId.parse(request.pathParameter("id"))
                .map(id -> answer(removing.remove(id, caller.user(), claim, clock.instant())))
                .orElseGet(OwnGeneration::unknown);
    }

    private static HttpResponse answer(RemoveOutcome outcome) {
        return switch (outcome) {
            case RemoveOutcome.Removed _ -> HttpResponse.noContent();
            case RemoveOutcome.StillRunning _ -> stillRunning();
            case RemoveOutcome.Unknown _ -> OwnGeneration.unknown();
        };
    }

    static HttpResponse stillRunning() {
        return Problem.of(
                        409,
                        "generation_running",
                        "It is still being made: cancel it first, or wait until it has ended.")
                .response();
    }

    HttpResponse file(HttpRequest request, SignedIn caller) {
        return switch (JsonBody.read(request, ProjectBody.class)) {
            case Body.Invalid<ProjectBody> invalid -> invalid.response();
            case Body.Valid<ProjectBody> valid ->
                    own.with(
                            request,
                            caller.user(),
                            generation -> file(generation, valid.value().project()));
        };
    }

    private HttpResponse file(Generation generation, @Nullable String named) {
        Optional<ProjectId> project =
                Optional.ofNullable(named)
                        .flatMap(ProjectId::parse)
                        .filter(id -> projects.find(generation.owner(), id).isPresent());
        if (named != null && project.isEmpty()) {
            return ProjectRoutes.unknown();
        }
        return generations.file(generation.id(), generation.owner(), project.orElse(null))
                ? HttpResponse.noContent()
                : OwnGeneration.removed();
    }
}
