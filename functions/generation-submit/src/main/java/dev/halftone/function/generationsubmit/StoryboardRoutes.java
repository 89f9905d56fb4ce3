package dev.halftone.function.generationsubmit;

import dev.halftone.core.IdempotencyKey;
import dev.halftone.core.account.SignedIn;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.profile.Profile;
import dev.halftone.core.storyboard.OrderShot;
import dev.halftone.core.storyboard.PlanStoryboard;
import dev.halftone.core.storyboard.QuoteShots;
import dev.halftone.core.storyboard.Storyboard;
import dev.halftone.core.storyboard.StoryboardId;
import dev.halftone.core.storyboard.StoryboardView;
import dev.halftone.lambda.Body;
import dev.halftone.lambda.Guarded;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.JsonBody;
import dev.halftone.lambda.Metrics;
import dev.halftone.lambda.SessionGuard;
import dev.halftone.lambda.StoryboardResource;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What costs something of a storyboard: its plan, and each shot. Both are submitted as any
 * generation is, by the same use case, so they stand in this function; the rest is in studio.
 */
final class StoryboardRoutes {
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,3}");

    private final SessionGuard guard;
    private final Profile profile;
    private final Uses uses;
    private final SubmitRoute submitting;
    private final Clock clock;

    /** What is behind the routes. */
    record Uses(PlanStoryboard plan, QuoteShots quotes, OrderShot order) {}

    StoryboardRoutes(
            SessionGuard guard, Profile profile, Uses uses, SubmitRoute submitting, Clock clock) {
        this.guard = guard;
        this.profile = profile;
        this.uses = uses;
        this.submitting = submitting;
        this.clock = clock;
    }

    /**
     * Which shots a price is asked for.
     *
     * @param shots their numbers; {@code null} for all of them
     */
    record ShotsBody(@Nullable Set<Integer> shots) {
        ShotsBody {
            shots = shots == null ? null : Set.copyOf(shots);
        }
    }

    /** An order of one shot. */
    record ShotBody(String quote) {}

    HttpResponse plan(HttpRequest request) {
        return withBody(
                request,
                StoryboardBody.class,
                (caller, body) ->
                        key(request)
                                .map(key -> plan(request, caller, key, body))
                                .orElseGet(SubmitProblems::keyRequired));
    }

    private HttpResponse plan(
            HttpRequest request, SignedIn caller, IdempotencyKey key, StoryboardBody body) {
        PlanStoryboard.Command command =
                new PlanStoryboard.Command(
                        caller.user(),
                        caller.account(),
                        key,
                        body.brief(),
                        body.shots(),
                        body.form(),
                        body.quote(),
                        request.trace());
        return switch (uses.plan().plan(command, clock.instant())) {
            case PlanStoryboard.Outcome.Begun begun -> {
                Metrics.count("storyboards_begun");
                yield stands(202, begun.storyboard(), begun.planning(), request);
            }
            case PlanStoryboard.Outcome.BegunBefore before ->
                    stands(200, before.storyboard(), before.planning(), request);
            case PlanStoryboard.Outcome.KeyReused _ -> SubmitProblems.keyReused();
            case PlanStoryboard.Outcome.Refused refused ->
                    StoryboardProblems.refused(refused.field(), refused.code());
            case PlanStoryboard.Outcome.NotOffered not -> SubmitProblems.notOffered(not.reason());
            case PlanStoryboard.Outcome.NotAccepted not ->
                    submitting.answer(not.reason(), request.locale());
            case PlanStoryboard.Outcome.TooMany _ -> StoryboardProblems.tooMany();
        };
    }

    private HttpResponse stands(
            int status, Storyboard storyboard, @Nullable Generation planning, HttpRequest request) {
        StoryboardView.State state =
                storyboard.edition() == null
                        ? StoryboardView.State.PLANNING
                        : StoryboardView.State.READY;
        return HttpResponse.json(
                status,
                StoryboardResource.of(
                        new StoryboardView(storyboard, state, planning, List.of()),
                        profile.catalogue(),
                        request.locale()));
    }

    HttpResponse quote(HttpRequest request) {
        return withBody(
                request,
                ShotsBody.class,
                (caller, body) ->
                        about(
                                request,
                                id ->
                                        quote(
                                                caller,
                                                id,
                                                body.shots() == null ? Set.of() : body.shots())));
    }

    private HttpResponse quote(SignedIn caller, StoryboardId id, Set<Integer> shots) {
        return switch (uses.quotes().quote(caller.user(), id, shots, clock.instant())) {
            case QuoteShots.Outcome.Quoted quoted ->
                    HttpResponse.json(200, ShotQuoteResource.of(quoted));
            case QuoteShots.Outcome.UnknownStoryboard _ -> StoryboardProblems.unknown();
            case QuoteShots.Outcome.UnknownShot _ -> StoryboardProblems.unknownShot();
            case QuoteShots.Outcome.NotReady _ -> StoryboardProblems.notReady();
            case QuoteShots.Outcome.NotOffered not -> SubmitProblems.notOffered(not.reason());
        };
    }

    HttpResponse order(HttpRequest request) {
        String shot = request.pathParameter("shot");
        return withBody(
                request,
                ShotBody.class,
                (caller, body) ->
                        about(
                                request,
                                id ->
                                        NUMBER.matcher(shot).matches()
                                                ? key(request)
                                                        .map(
                                                                key ->
                                                                        new OrderShot.Command(
                                                                                caller.user(),
                                                                                caller.account(),
                                                                                id,
                                                                                Integer.parseInt(
                                                                                        shot),
                                                                                key,
                                                                                body.quote(),
                                                                                request.trace()))
                                                        .map(command -> order(request, command))
                                                        .orElseGet(SubmitProblems::keyRequired)
                                                : StoryboardProblems.unknownShot()));
    }

    private HttpResponse order(HttpRequest request, OrderShot.Command command) {
        return switch (uses.order().order(command, clock.instant())) {
            case OrderShot.Outcome.Submitted submitted ->
                    submitting.answer(submitted.outcome(), request.locale());
            case OrderShot.Outcome.UnknownStoryboard _ -> StoryboardProblems.unknown();
            case OrderShot.Outcome.UnknownShot _ -> StoryboardProblems.unknownShot();
            case OrderShot.Outcome.NotReady _ -> StoryboardProblems.notReady();
            case OrderShot.Outcome.TooManyTakes _ -> StoryboardProblems.tooManyTakes();
        };
    }

    private static Optional<IdempotencyKey> key(HttpRequest request) {
        return request.header("idempotency-key").flatMap(IdempotencyKey::parse);
    }

    private static HttpResponse about(
            HttpRequest request, Function<StoryboardId, HttpResponse> then) {
        return StoryboardId.parse(request.pathParameter("id"))
                .map(then)
                .orElseGet(StoryboardProblems::unknown);
    }

    /** Answers somebody who may have things made and has sent a body of that form. */
    @FunctionalInterface
    private interface Answer<T> {
        HttpResponse of(SignedIn caller, T body);
    }

    private <T> HttpResponse withBody(HttpRequest request, Class<T> type, Answer<T> then) {
        return switch (guard.authenticateAccepted(request, profile)) {
            case Guarded.Refused refused -> refused.response();
            case Guarded.Caller caller ->
                    switch (JsonBody.read(request, type)) {
                        case Body.Invalid<T> invalid -> invalid.response();
                        case Body.Valid<T> valid -> then.of(caller.signedIn(), valid.value());
                    };
        };
    }
}
