package dev.halftone.function.studio;

import dev.halftone.core.account.SignedIn;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationState.Succeeded;
import dev.halftone.core.generation.Generations;
import dev.halftone.core.generation.MediaStore;
import dev.halftone.core.share.FollowShare;
import dev.halftone.core.share.FollowShare.FollowOutcome;
import dev.halftone.core.share.Share;
import dev.halftone.core.share.ShareTokens;
import dev.halftone.core.share.Shares;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Links for people who are not signed in: made and taken back by owners, followed by anybody. */
final class ShareRoutes {
    private static final Duration LINK_LIFETIME = Duration.ofMinutes(10);
    private static final Pattern INDEX = Pattern.compile("\\d{1,3}");

    private final OwnGeneration own;
    private final Shares shares;
    private final ShareTokens tokens;
    private final FollowShare following;
    private final MediaStore media;
    private final Clock clock;

    ShareRoutes(
            Generations generations,
            Shares shares,
            ShareTokens tokens,
            MediaStore media,
            Clock clock) {
        this.own = new OwnGeneration(generations);
        this.shares = shares;
        this.tokens = tokens;
        this.following = new FollowShare(tokens, shares, generations);
        this.media = media;
        this.clock = clock;
    }

    /**
     * A link that is out.
     *
     * @param href below the address of the service
     */
    record ShareResource(String href, Instant createdAt, Instant expiresAt) {}

    HttpResponse open(HttpRequest request, SignedIn caller) {
        return withResult(
                request,
                caller,
                result -> {
                    Instant now = clock.instant();
                    Share wanted = Share.from(result.generation().id(), result.index(), now);
                    return HttpResponse.json(200, resource(shares.open(wanted, now)));
                });
    }

    /** Without content where it is shown to nobody: that is no error. */
    HttpResponse show(HttpRequest request, SignedIn caller) {
        return withResult(
                request,
                caller,
                result ->
                        shares.find(result.generation().id(), result.index())
                                .filter(share -> share.isLive(clock.instant()))
                                .map(share -> HttpResponse.json(200, resource(share)))
                                .orElseGet(HttpResponse::noContent));
    }

    HttpResponse revoke(HttpRequest request, SignedIn caller) {
        return withResult(
                request,
                caller,
                result -> {
                    shares.revoke(result.generation().id(), result.index());
                    return HttpResponse.noContent();
                });
    }

    /** For anybody: no session is looked at. */
    HttpResponse follow(HttpRequest request) {
        return switch (following.follow(request.pathParameter("token"), clock.instant())) {
            case FollowOutcome.Shown shown ->
                    HttpResponse.redirect(media.link(shown.media().key(), LINK_LIFETIME, null))
                            .withHeader("cache-control", "no-store")
                            .withHeader("x-robots-tag", "noindex");
            case FollowOutcome.Expired _ ->
                    Problem.of(410, "link_expired", "This link has ended.").response();
            case FollowOutcome.Withdrawn _ ->
                    Problem.of(410, "link_withdrawn", "This is no longer shown to others.")
                            .response();
            case FollowOutcome.Unknown _ ->
                    Problem.of(404, "unknown_link", "There is no such link.").response();
        };
    }

    private record Result(Generation generation, int index) {}

    private HttpResponse withResult(
            HttpRequest request, SignedIn caller, Function<Result, HttpResponse> answer) {
        return own.with(
                request,
                caller.user(),
                generation ->
                        index(generation, request.pathParameter("index"))
                                .map(index -> answer.apply(new Result(generation, index)))
                                .orElseGet(GenerationRoutes::unknownMedia));
    }

    private static Optional<Integer> index(Generation generation, String text) {
        return Optional.of(text)
                .filter(each -> INDEX.matcher(each).matches())
                .map(Integer::parseInt)
                .filter(
                        index ->
                                generation.state() instanceof Succeeded succeeded
                                        && index < succeeded.media().size());
    }

    private ShareResource resource(Share share) {
        return new ShareResource("/s/" + tokens.sign(share), share.createdAt(), share.expiresAt());
    }
}
