package dev.halftone.function.signin;

import dev.halftone.core.account.AccountEvent;
import dev.halftone.core.account.EndSessions;
import dev.halftone.core.account.Session;
import dev.halftone.core.account.SignInAddress;
import dev.halftone.core.account.SignInAddresses;
import dev.halftone.core.account.UserState;
import dev.halftone.core.mail.Letter;
import dev.halftone.lambda.Guarded;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.Problem;
import dev.halftone.lambda.Route;
import dev.halftone.lambda.SessionGuard;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A person's own sessions: which there are, and their ends. */
final class SessionRoutes {
    private static final String EXCEPT = "except";
    private static final String CURRENT = "current";

    private final SessionGuard guard;
    private final BrowserSessions browser;
    private final EndSessions ending;
    private final SignInAddresses addresses;
    private final AccountNews news;
    private final Clock clock;

    SessionRoutes(
            SessionGuard guard,
            BrowserSessions browser,
            EndSessions ending,
            SignInAddresses addresses,
            AccountNews news,
            Clock clock) {
        this.guard = guard;
        this.browser = browser;
        this.ending = ending;
        this.addresses = addresses;
        this.news = news;
        this.clock = clock;
    }

    Map<String, Route> routes() {
        return Map.of(
                "GET /v1/me/sessions", this::list,
                "DELETE /v1/me/sessions", this::endMany,
                "DELETE /v1/me/sessions/{id}", this::endOne);
    }

    private HttpResponse list(HttpRequest request) {
        return switch (guard.authenticateSession(request)) {
            case Guarded.Refused refused -> refused.response();
            case Guarded.Caller caller -> list(caller.session(), caller.signedIn().state());
        };
    }

    private HttpResponse list(Session current, UserState state) {
        Instant now = clock.instant();
        Map<String, String> known =
                addresses.readable(current.user(), now).stream()
                        .collect(
                                Collectors.toMap(SignInAddress::sessionId, SignInAddress::address));
        return HttpResponse.json(
                200,
                new SessionsResource(
                        ending.live(state, current.user(), now).stream()
                                .map(
                                        session ->
                                                SessionsResource.Entry.of(
                                                        session, current, known.get(session.id())))
                                .toList()));
    }

    private HttpResponse endOne(HttpRequest request) {
        return switch (guard.authenticateSession(request)) {
            case Guarded.Refused refused -> refused.response();
            case Guarded.Caller caller -> endOne(caller.session(), request.pathParameter("id"));
        };
    }

    private HttpResponse endOne(Session current, String id) {
        if (ending.one(current.user(), id).isEmpty()) {
            return Problem.of(404, "unknown_session", "There is no such session.")
                    .field("id")
                    .response();
        }
        news.record(current, AccountEvent.Kind.SESSION_ENDED);
        return id.equals(current.id()) ? browser.gone() : HttpResponse.noContent();
    }

    private HttpResponse endMany(HttpRequest request) {
        Optional<String> except = request.queryParameter(EXCEPT);
        return switch (guard.authenticateSession(request)) {
            case Guarded.Refused refused -> refused.response();
            case Guarded.Caller caller when except.isEmpty() -> endAll(caller.session());
            case Guarded.Caller caller when except.get().equals(CURRENT) ->
                    endOthers(caller.session());
            // Whoever means to keep something must not lose it by a typing error.
            case Guarded.Caller _ ->
                    Problem.of(400, "invalid_field", "Say except=current, or leave it out.")
                            .field(EXCEPT)
                            .response();
        };
    }

    private HttpResponse endAll(Session current) {
        ending.all(current.user(), clock.instant());
        tellThatManyEnded(current);
        return browser.gone();
    }

    private HttpResponse endOthers(Session current) {
        HttpResponse response =
                HttpResponse.noContent()
                        .withCookie(browser.show(ending.others(current, clock.instant())));
        tellThatManyEnded(current);
        return response;
    }

    private void tellThatManyEnded(Session current) {
        news.record(current, AccountEvent.Kind.ALL_SESSIONS_ENDED, new Letter.SessionsEnded());
    }
}
