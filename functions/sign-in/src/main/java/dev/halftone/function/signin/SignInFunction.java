package dev.halftone.function.signin;

import dev.halftone.core.profile.Profile;
import dev.halftone.lambda.Guarded;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.Route;
import dev.halftone.lambda.SessionGuard;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who may call which route, and what answers. */
final class SignInFunction {
    private final Profile profile;
    private final SessionGuard guard;
    private final GoogleSignIn google;
    private final BrowserSessions sessions;
    private final Me me;

    SignInFunction(
            Profile profile,
            SessionGuard guard,
            GoogleSignIn google,
            BrowserSessions sessions,
            Me me) {
        this.profile = profile;
        this.guard = guard;
        this.google = google;
        this.sessions = sessions;
        this.me = me;
    }

    Map<String, Route> routes() {
        Map<String, Route> routes = new HashMap<>();
        routes.put("GET /v1/auth/options", this::options);
        routes.put("GET /v1/auth/google/start", google::start);
        routes.put("GET /v1/auth/google/callback", google::callback);
        routes.put("POST /v1/auth/sign-out", this::signOut);
        routes.put("GET /v1/me", this::showMe);
        return routes;
    }

    private HttpResponse options(HttpRequest request) {
        return HttpResponse.json(200, OptionsResource.of(profile));
    }

    /** Also for a session that is dead or suspended: leaving is always possible. */
    private HttpResponse signOut(HttpRequest request) {
        Optional<HttpResponse> refused = guard.crossSite(request);
        return refused.orElseGet(() -> sessions.end(request));
    }

    private HttpResponse showMe(HttpRequest request) {
        return switch (guard.authenticate(request)) {
            // Whoever shows a token must hear that it is none.
            case Guarded.Refused(HttpResponse refusal)
                    when refusal.status() == 401 && request.header("authorization").isEmpty() ->
                    me.showNobody();
            case Guarded.Refused refused -> refused.response();
            case Guarded.Caller caller -> me.show(caller.signedIn());
        };
    }
}
