package dev.halftone.function.signin;

import dev.halftone.core.account.AccountEvent;
import dev.halftone.core.account.Identities;
import dev.halftone.core.account.IdentityId;
import dev.halftone.core.account.LinkedIdentity;
import dev.halftone.core.account.Session;
import dev.halftone.core.account.UnlinkOutcome;
import dev.halftone.core.mail.Letter;
import dev.halftone.core.profile.SignInWays;
import dev.halftone.lambda.Guarded;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.Problem;
import dev.halftone.lambda.SessionGuard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The identities by which the caller signs in. */
final class LinkedWays {
    private final SignInWays ways;
    private final Identities identities;
    private final SessionGuard guard;
    private final BrowserSessions sessions;
    private final AccountNews news;

    /** All of them, as JSON. */
    record IdentitiesResource(List<IdentityResource> identities) {

        IdentitiesResource {
            identities = List.copyOf(identities);
        }
    }

    /**
     * One of them, as JSON.
     *
     * @param address what its provider called the person's address when it was linked
     */
    record IdentityResource(
            String id, String way, String title, @Nullable String address, String linkedAt) {}

    LinkedWays(
            SignInWays ways,
            Identities identities,
            SessionGuard guard,
            BrowserSessions sessions,
            AccountNews news) {
        this.news = news;
        this.ways = ways;
        this.identities = identities;
        this.guard = guard;
        this.sessions = sessions;
    }

    HttpResponse list(HttpRequest request) {
        return switch (guard.authenticateSession(request)) {
            case Guarded.Refused refused -> refused.response();
            case Guarded.Caller caller ->
                    HttpResponse.json(
                            200,
                            new IdentitiesResource(
                                    identities.of(caller.signedIn().user()).stream()
                                            .map(this::resource)
                                            .toList()));
        };
    }

    HttpResponse unlink(HttpRequest request) {
        return switch (guard.authenticateFresh(request)) {
            case Guarded.Refused refused -> refused.response();
            case Guarded.Caller caller -> unlink(caller.session(), request.pathParameter("id"));
        };
    }

    private HttpResponse unlink(Session caller, String name) {
        IdentityId id;
        try {
            id = new IdentityId(name);
        } catch (IllegalArgumentException _) {
            return unknown();
        }
        return switch (identities.unlink(caller.user(), id)) {
            case UnlinkOutcome.Unlinked(LinkedIdentity former) -> {
                news.record(
                        caller,
                        AccountEvent.Kind.WAY_UNLINKED,
                        new Letter.WayUnlinked(ways.title(former.way())));
                yield HttpResponse.noContent().withCookie(sessions.show(sessions.rotate(caller)));
            }
            case UnlinkOutcome.LastWay _ ->
                    Problem.of(
                                    409,
                                    "last_identity",
                                    "Without it nobody could sign in. Link another way first.")
                            .response();
            case UnlinkOutcome.Unknown _ -> unknown();
        };
    }

    private IdentityResource resource(LinkedIdentity linked) {
        return new IdentityResource(
                linked.id().value(),
                linked.way(),
                ways.title(linked.way()),
                linked.address(),
                linked.linkedAt().toString());
    }

    private static HttpResponse unknown() {
        return Problem.of(404, "unknown_identity", "You have no such way to sign in.").response();
    }
}
