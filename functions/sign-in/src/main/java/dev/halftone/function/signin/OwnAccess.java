package dev.halftone.function.signin;

import dev.halftone.core.account.EndSessions;
import dev.halftone.core.account.MakeApiToken;
import dev.halftone.core.account.RenewSession;
import dev.halftone.lambda.Route;
import dev.halftone.lambda.SessionGuard;
import java.util.HashMap;
import java.util.Map;

/**
 * What people see and end of what opens their account: sessions of browsers, tokens of programs.
 */
final class OwnAccess {
    private OwnAccess() {}

    static Map<String, Route> routes(
            SignInPorts ports,
            SessionGuard guard,
            BrowserSessions browser,
            RenewSession renewing,
            AccountNews news) {
        SessionRoutes sessions =
                new SessionRoutes(
                        guard,
                        browser,
                        new EndSessions(ports.sessions(), renewing),
                        ports.addresses(),
                        news,
                        ports.clock());
        TokenRoutes tokens =
                new TokenRoutes(
                        guard,
                        ports.tokens(),
                        new MakeApiToken(ports.tokens(), ports.entropy()),
                        news,
                        ports.clock());
        Map<String, Route> routes = new HashMap<>(sessions.routes());
        routes.putAll(tokens.routes());
        return routes;
    }
}
