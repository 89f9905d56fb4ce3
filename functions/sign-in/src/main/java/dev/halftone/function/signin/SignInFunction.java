package dev.halftone.function.signin;

import dev.halftone.core.profile.Profile;
import dev.halftone.lambda.Guarded;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.Route;
import dev.halftone.lambda.SessionGuard;
import dev.halftone.lambda.WayAddresses;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who may call which route, and what answers. */
final class SignInFunction {
    private final Profile profile;
    private final SessionGuard guard;
    private final RedirectSignIn redirects;
    private final TokenSignIn tokens;
    private final LinkedWays linked;
    private final WayAddresses addresses;
    private final BrowserSessions sessions;
    private final Me me;

    SignInFunction(
            Profile profile,
            SessionGuard guard,
            WayAddresses addresses,
            RedirectSignIn redirects,
            TokenSignIn tokens,
            LinkedWays linked,
            BrowserSessions sessions,
            Me me) {
        this.profile = profile;
        this.guard = guard;
        this.addresses = addresses;
        this.redirects = redirects;
        this.tokens = tokens;
        this.linked = linked;
        this.sessions = sessions;
        this.me = me;
    }

    Map<String, Route> routes() {
        Map<String, Route> routes = new HashMap<>();
        routes.put("GET /v1/auth/options", this::options);
        routes.put("GET /v1/auth/{way}/start", redirects::start);
        routes.put("GET /v1/auth/{way}/callback", redirects::callback);
        routes.put("POST /v1/auth/{way}/exchange", tokens::exchange);
        routes.put("GET /v1/auth/{way}/one-tap", tokens::prompt);
        routes.put("POST /v1/auth/{way}/one-tap", tokens::oneTap);
        routes.put("POST /v1/auth/sign-out", this::signOut);
        routes.put("GET /v1/me", this::showMe);
        routes.put("GET /v1/me/identities", linked::list);
        routes.put("DELETE /v1/me/identities/{id}", linked::unlink);
        return routes;
    }

    private HttpResponse options(HttpRequest request) {
        return HttpResponse.json(200, OptionsResource.of(profile, addresses));
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
