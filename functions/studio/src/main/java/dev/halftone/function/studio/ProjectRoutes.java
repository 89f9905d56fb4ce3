package dev.halftone.function.studio;

import dev.halftone.core.IdempotencyKey;
import dev.halftone.core.SigningKey;
import dev.halftone.core.account.SignedIn;
import dev.halftone.core.account.UserId;
import dev.halftone.core.catalogue.TextForm;
import dev.halftone.core.generation.DeleteProject;
import dev.halftone.core.generation.DeleteProject.DeleteOutcome;
import dev.halftone.core.project.Project;
import dev.halftone.core.project.ProjectId;
import dev.halftone.core.project.Projects;
import dev.halftone.core.project.Projects.CreateOutcome;
import dev.halftone.lambda.Body;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.JsonBody;
import dev.halftone.lambda.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A person's own projects. */
final class ProjectRoutes {
    private final Projects projects;
    private final DeleteProject deleting;
    private final Supplier<SigningKey> key;
    private final Clock clock;

    ProjectRoutes(
            Projects projects, DeleteProject deleting, Supplier<SigningKey> key, Clock clock) {
        this.projects = projects;
        this.deleting = deleting;
        this.key = key;
        this.clock = clock;
    }

    /**
     * What a project is to be called.
     *
     * @param direction how everything in it is to look; {@code null} to leave that open
     */
    record ProjectBody(String name, @Nullable String direction) {}

    record ProjectResource(String id, String name, @Nullable String direction, Instant createdAt) {
        static ProjectResource of(Project project) {
            return new ProjectResource(
                    project.id().value(), project.name(), project.direction(), project.createdAt());
        }
    }

    record ProjectList(List<ProjectResource> items) {}

    /**
     * How far a deletion is.
     *
     * @param removed how many generations this call removed
     * @param done whether nothing is left; otherwise the same call goes on
     */
    record Deletion(int removed, boolean done) {}

    HttpResponse list(HttpRequest request, SignedIn caller) {
        List<ProjectResource> items =
                projects.of(caller.user()).stream().map(ProjectResource::of).toList();
        return HttpResponse.json(200, new ProjectList(items));
    }

    HttpResponse create(HttpRequest request, SignedIn caller) {
        Optional<IdempotencyKey> once =
                request.header("idempotency-key").flatMap(IdempotencyKey::parse);
        if (once.isEmpty()) {
            return LibraryProblems.keyRequired();
        }
        ProjectId id = ProjectId.derive(key.get(), caller.user(), once.get());
        return withBody(
                request,
                body ->
                        switch (projects.create(project(id, caller.user(), body))) {
                            case CreateOutcome.Created created ->
                                    HttpResponse.json(201, ProjectResource.of(created.project()));
                            case CreateOutcome.Existing existing ->
                                    HttpResponse.json(200, ProjectResource.of(existing.project()));
                            case CreateOutcome.TooMany _ ->
                                    LibraryProblems.tooMany(
                                            "too_many_projects", "projects", Projects.PROJECTS_MAX);
                        });
    }

    HttpResponse change(HttpRequest request, SignedIn caller) {
        return withBody(
                request,
                body ->
                        ProjectId.parse(request.pathParameter("id"))
                                .map(id -> project(id, caller.user(), body))
                                .filter(projects::change)
                                .map(_ -> HttpResponse.noContent())
                                .orElseGet(ProjectRoutes::unknown));
    }

    /** Nobody deletes pictures by not saying: what becomes of them has to be told. */
    HttpResponse delete(HttpRequest request, SignedIn caller) {
        String generations = request.queryParameter("generations").orElse("");
        if (!generations.equals("keep") && !generations.equals("delete")) {
            return Problem.of(
                            400,
                            "generations_undecided",
                            "Say generations=keep or generations=delete.")
                    .field("generations")
                    .response();
        }
        return ProjectId.parse(request.pathParameter("id"))
                .map(
                        id ->
                                answer(
                                        generations.equals("keep")
                                                ? deleting.keeping(caller.user(), id)
                                                : deleting.withGenerations(
                                                        caller.user(),
                                                        id,
                                                        request.requestId(),
                                                        clock.instant())))
                .orElseGet(ProjectRoutes::unknown);
    }

    private static HttpResponse answer(DeleteOutcome outcome) {
        return switch (outcome) {
            case DeleteOutcome.Deleted deleted ->
                    HttpResponse.json(200, new Deletion(deleted.removed(), true));
            case DeleteOutcome.GoOn goOn ->
                    HttpResponse.json(202, new Deletion(goOn.removed(), false));
            case DeleteOutcome.StillRunning _ -> ShelfRoutes.stillRunning();
            case DeleteOutcome.Unknown _ -> unknown();
        };
    }

    private HttpResponse withBody(HttpRequest request, Function<ProjectBody, HttpResponse> answer) {
        return switch (JsonBody.read(request, ProjectBody.class)) {
            case Body.Invalid<ProjectBody> invalid -> invalid.response();
            case Body.Valid<ProjectBody> valid -> {
                ProjectBody body = valid.value();
                if (!TextForm.Words.isPlain(body.name(), Project.NAME_CHARACTERS_MAX)) {
                    yield LibraryProblems.badText("name", Project.NAME_CHARACTERS_MAX);
                }
                yield body.direction() == null
                                || TextForm.Words.isPlain(
                                        body.direction(), Project.DIRECTION_CHARACTERS_MAX)
                        ? answer.apply(body)
                        : LibraryProblems.badText("direction", Project.DIRECTION_CHARACTERS_MAX);
            }
        };
    }

    private Project project(ProjectId id, UserId owner, ProjectBody body) {
        return new Project(id, owner, body.name(), body.direction(), clock.instant());
    }

    static HttpResponse unknown() {
        return Problem.of(404, "unknown_project", "There is no such project.")
                .field("project")
                .response();
    }
}
