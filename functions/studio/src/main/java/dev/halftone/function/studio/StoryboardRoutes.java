package dev.halftone.function.studio;

import dev.halftone.core.account.SignedIn;
import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.catalogue.ShotPlan;
import dev.halftone.core.catalogue.TextForm;
import dev.halftone.core.generation.Claim;
import dev.halftone.core.storyboard.DeleteStoryboard;
import dev.halftone.core.storyboard.EditStoryboard;
import dev.halftone.core.storyboard.Edition;
import dev.halftone.core.storyboard.ReadStoryboards;
import dev.halftone.core.storyboard.Shot;
import dev.halftone.core.storyboard.Storyboard;
import dev.halftone.core.storyboard.StoryboardId;
import dev.halftone.core.storyboard.StoryboardView;
import dev.halftone.lambda.Body;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.JsonBody;
import dev.halftone.lambda.Problem;
import dev.halftone.lambda.StoryboardResource;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A person's own storyboards: to look at, to change and to delete. What costs is elsewhere. */
final class StoryboardRoutes {
    private final ReadStoryboards reading;
    private final EditStoryboard editing;
    private final DeleteStoryboard deleting;
    private final Catalogue catalogue;
    private final Clock clock;

    StoryboardRoutes(
            ReadStoryboards reading,
            EditStoryboard editing,
            DeleteStoryboard deleting,
            Catalogue catalogue,
            Clock clock) {
        this.reading = reading;
        this.editing = editing;
        this.deleting = deleting;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * How a storyboard is to stand.
     *
     * @param version that its writer has seen
     * @param shots in the order in which they are to be seen
     */
    record EditionBody(int version, String title, List<ShotBody> shots) {
        EditionBody {
            shots = List.copyOf(shots);
        }
    }

    /**
     * How a shot is to stand.
     *
     * @param number {@code null} for a new one
     * @param seconds {@code null} for a picture, and for a film as long as the storyboard says
     */
    record ShotBody(
            @Nullable Integer number, String title, String prompt, @Nullable Integer seconds) {
        ShotBody {
            Objects.requireNonNull(title);
            Objects.requireNonNull(prompt);
        }
    }

    /** One of a list: {@code shots} says how many there are, or are to be. */
    record Summary(
            String id,
            String state,
            @Nullable String title,
            String brief,
            String kind,
            int shots,
            int version,
            Instant createdAt) {
        static Summary of(StoryboardView view) {
            Storyboard storyboard = view.storyboard();
            Edition edition = storyboard.edition();
            return new Summary(
                    storyboard.id().value(),
                    view.state().name().toLowerCase(Locale.ROOT),
                    edition == null ? null : edition.title(),
                    storyboard.brief(),
                    storyboard.plan().moving() ? "video" : "image",
                    edition == null ? storyboard.plan().shots() : edition.shots().size(),
                    storyboard.version(),
                    storyboard.createdAt());
        }
    }

    record Summaries(List<Summary> items) {}

    HttpResponse list(HttpRequest request, SignedIn caller) {
        return HttpResponse.json(
                200,
                new Summaries(
                        reading.all(caller.user(), clock.instant()).stream()
                                .map(Summary::of)
                                .toList()));
    }

    HttpResponse one(HttpRequest request, SignedIn caller) {
        return id(request)
                .flatMap(id -> reading.one(caller.user(), id, clock.instant()))
                .map(view -> shown(view, request))
                .orElseGet(StoryboardRoutes::unknown);
    }

    private HttpResponse shown(StoryboardView view, HttpRequest request) {
        return HttpResponse.json(200, StoryboardResource.of(view, catalogue, request.locale()));
    }

    HttpResponse edit(HttpRequest request, SignedIn caller) {
        return switch (JsonBody.read(request, EditionBody.class)) {
            case Body.Invalid<EditionBody> invalid -> invalid.response();
            case Body.Valid<EditionBody> valid ->
                    fault(valid.value())
                            .orElseGet(
                                    () ->
                                            id(request)
                                                    .map(
                                                            id ->
                                                                    edit(
                                                                            request,
                                                                            caller,
                                                                            id,
                                                                            valid.value()))
                                                    .orElseGet(StoryboardRoutes::unknown));
        };
    }

    private HttpResponse edit(
            HttpRequest request, SignedIn caller, StoryboardId id, EditionBody body) {
        List<EditStoryboard.Wanted> wanted =
                body.shots().stream()
                        .map(
                                shot ->
                                        new EditStoryboard.Wanted(
                                                shot.number(),
                                                shot.title(),
                                                shot.prompt(),
                                                shot.seconds()))
                        .toList();
        return switch (editing.edit(caller.user(), id, body.version(), body.title(), wanted)) {
            case EditStoryboard.Outcome.Kept _ -> one(request, caller);
            case EditStoryboard.Outcome.Overtaken overtaken ->
                    Problem.of(409, "storyboard_changed", "It has been changed meanwhile.")
                            .with("version", overtaken.latest().version())
                            .response();
            case EditStoryboard.Outcome.Unknown _ -> unknown();
            case EditStoryboard.Outcome.NotReady _ ->
                    Problem.of(409, "storyboard_not_ready", "Its shots are not planned yet.")
                            .response();
            case EditStoryboard.Outcome.UnknownShot shot ->
                    Problem.of(422, "unknown_shot", "A new shot has no number yet.")
                            .field("shots")
                            .with("number", shot.number())
                            .response();
        };
    }

    /** What nobody could keep, by the name of the field. */
    private static Optional<HttpResponse> fault(EditionBody body) {
        if (!TextForm.Words.isPlain(body.title(), Edition.TITLE_CHARACTERS_MAX)) {
            return Optional.of(LibraryProblems.badText("title", Edition.TITLE_CHARACTERS_MAX));
        }
        if (body.shots().isEmpty() || body.shots().size() > ShotPlan.SHOTS_MAX) {
            return Optional.of(
                    Problem.of(
                                    422,
                                    "invalid_shots",
                                    "A storyboard has 1 to %d shots.".formatted(ShotPlan.SHOTS_MAX))
                            .field("shots")
                            .response());
        }
        return body.shots().stream().flatMap(shot -> fault(shot).stream()).findFirst();
    }

    private static Optional<HttpResponse> fault(ShotBody shot) {
        if (!TextForm.Words.isPlain(shot.title(), Shot.TITLE_CHARACTERS_MAX)) {
            return Optional.of(LibraryProblems.badText("title", Shot.TITLE_CHARACTERS_MAX));
        }
        if (!TextForm.Words.isPlain(shot.prompt(), Shot.PROMPT_CHARACTERS_MAX)) {
            return Optional.of(LibraryProblems.badText("prompt", Shot.PROMPT_CHARACTERS_MAX));
        }
        return shot.seconds() == null || Shot.isLength(shot.seconds())
                ? Optional.empty()
                : Optional.of(
                        Problem.of(422, "invalid_seconds", "No shot lasts so long.")
                                .field("seconds")
                                .response());
    }

    HttpResponse delete(HttpRequest request, SignedIn caller) {
        Claim claim = new Claim("remove:" + request.requestId());
        return id(request)
                .map(id -> deleting.delete(caller.user(), id, claim, clock.instant()))
                .map(StoryboardRoutes::answer)
                .orElseGet(StoryboardRoutes::unknown);
    }

    private static HttpResponse answer(DeleteStoryboard.Outcome outcome) {
        return switch (outcome) {
            case DeleteStoryboard.Outcome.Deleted _ -> HttpResponse.noContent();
            case DeleteStoryboard.Outcome.StillPlanning _ -> ShelfRoutes.stillRunning();
            case DeleteStoryboard.Outcome.Unknown _ -> unknown();
        };
    }

    private static Optional<StoryboardId> id(HttpRequest request) {
        return StoryboardId.parse(request.pathParameter("id"));
    }

    private static HttpResponse unknown() {
        return Problem.of(404, "unknown_storyboard", "There is no such storyboard.").response();
    }
}
