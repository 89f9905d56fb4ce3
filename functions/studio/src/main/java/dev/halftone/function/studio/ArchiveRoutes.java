package dev.halftone.function.studio;

import dev.halftone.core.Page;
import dev.halftone.core.account.SignedIn;
import dev.halftone.core.account.UserId;
import dev.halftone.core.archive.ArchiveKey;
import dev.halftone.core.archive.Archives;
import dev.halftone.core.archive.PackResults;
import dev.halftone.core.archive.PackResults.PackOutcome;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.Generations;
import dev.halftone.core.generation.HistoryFilter;
import dev.halftone.core.project.ProjectId;
import dev.halftone.lambda.Body;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.JsonBody;
import dev.halftone.lambda.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes results along: a selection, or what is in a project, as one file. */
final class ArchiveRoutes {
    private static final Duration LINK_LIFETIME = Duration.ofMinutes(10);
    private static final int NAME_ENDS = 8;

    private final Generations generations;
    private final PackResults packing;
    private final Archives archives;

    ArchiveRoutes(Generations generations, StudioPorts.LibraryPorts library) {
        this.generations = generations;
        this.archives = library.archives();
        this.packing = new PackResults(archives, library.assets(), FilesCsv::text);
    }

    /**
     * What is wanted: either ids, or a project.
     *
     * @param cursor where to go on in a project
     */
    record ArchiveBody(
            @Nullable List<String> generations,
            @Nullable String project,
            @Nullable String cursor) {}

    /**
     * A file that can be fetched for a day.
     *
     * @param left ids that did not fit, to be asked for next
     * @param nextCursor where the project goes on
     */
    record ArchiveResource(
            String href, int files, long bytes, List<String> left, @Nullable String nextCursor) {}

    HttpResponse pack(HttpRequest request, SignedIn caller) {
        return switch (JsonBody.read(request, ArchiveBody.class)) {
            case Body.Invalid<ArchiveBody> invalid -> invalid.response();
            case Body.Valid<ArchiveBody> valid -> pack(caller.user(), valid.value());
        };
    }

    private HttpResponse pack(UserId owner, ArchiveBody body) {
        List<String> ids = body.generations();
        if ((ids == null) == (body.project() == null)) {
            return Problem.of(422, "invalid_selection", "Name either generations or a project.")
                    .field("generations")
                    .response();
        }
        if (ids == null) {
            return project(owner, Optional.ofNullable(body.project()), body.cursor());
        }
        if (ids.isEmpty() || ids.size() > PackResults.GENERATIONS_MAX) {
            return Problem.of(
                            422,
                            "invalid_selection",
                            "A selection has 1 to %d generations."
                                    .formatted(PackResults.GENERATIONS_MAX))
                    .field("generations")
                    .response();
        }
        List<Generation> found = new ArrayList<>();
        for (String id : ids) {
            Optional<Generation> one =
                    GenerationId.parse(id)
                            .flatMap(generations::find)
                            .filter(generation -> generation.owner().equals(owner));
            if (one.isEmpty()) {
                return OwnGeneration.unknown();
            }
            found.add(one.get());
        }
        return answer(owner, found, null);
    }

    private HttpResponse project(UserId owner, Optional<String> named, @Nullable String cursor) {
        Optional<ProjectId> project = named.flatMap(ProjectId::parse);
        if (project.isEmpty()) {
            return ProjectRoutes.unknown();
        }
        HistoryFilter filter =
                new HistoryFilter(
                        null,
                        null,
                        HistoryFilter.End.SUCCEEDED,
                        project.get(),
                        null,
                        null,
                        List.of());
        try {
            Page<Generation> page =
                    generations.history(owner, filter, PackResults.GENERATIONS_MAX, cursor);
            return answer(owner, page.items(), page.nextCursor());
        } catch (IllegalArgumentException _) {
            return PageRequest.invalidCursor().response();
        }
    }

    private HttpResponse answer(
            UserId owner, List<Generation> wanted, @Nullable String nextCursor) {
        return switch (packing.pack(owner, wanted)) {
            case PackOutcome.Packed packed ->
                    HttpResponse.json(
                            200,
                            new ArchiveResource(
                                    "/v1/archives/" + packed.archive().name(),
                                    packed.files(),
                                    packed.bytes(),
                                    packed.left().stream().map(each -> each.id().value()).toList(),
                                    nextCursor));
            case PackOutcome.NothingThere _ ->
                    Problem.of(409, "nothing_to_pack", "None of these has a result to take along.")
                            .response();
        };
    }

    HttpResponse fetch(HttpRequest request, SignedIn caller) {
        return ArchiveKey.parse(caller.user(), request.pathParameter("archive"))
                .flatMap(archive -> archives.link(archive, LINK_LIFETIME, name(archive)))
                .map(HttpResponse::redirect)
                .orElseGet(
                        () ->
                                Problem.of(404, "unknown_archive", "There is no such file.")
                                        .response());
    }

    private static String name(ArchiveKey archive) {
        return "halftone-" + archive.name().substring(0, NAME_ENDS) + ".zip";
    }
}
