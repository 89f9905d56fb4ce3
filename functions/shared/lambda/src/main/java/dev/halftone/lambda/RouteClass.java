package dev.halftone.lambda;

import dev.halftone.core.ratelimit.RateClass;
import java.util.Optional;
import java.util.Set;

/** Under which limit a route stands: decided here for all of them, by their keys. */
public final class RouteClass {
    private static final Set<String> SPENDING =
            Set.of(
                    "POST /v1/generations",
                    "POST /v1/orders",
                    "POST /v1/storyboards",
                    "POST /v1/storyboards/{id}/shots/{shot}/generations",
                    "POST /v1/catalogues/{id}/start",
                    "POST /v1/catalogues/{id}/resume",
                    "POST /v1/catalogues/{id}/retry");
    private static final Set<String> FOR_EVERYBODY =
            Set.of(
                    "GET /v1/auth/options",
                    "GET /v1/models",
                    "GET /v1/models/rates",
                    "GET /v1/products",
                    "GET /v1/ledger/roots",
                    "GET /v1/verify",
                    "GET /s/{token}");
    // Leaving is always possible; the rest is the page, and what providers sign.
    private static final Set<String> UNLIMITED =
            Set.of("POST /v1/auth/sign-out", "GET /", "GET /{file+}");
    private static final String WEBHOOKS = "POST /v1/webhooks/";
    private static final String SIGN_IN = " /v1/auth/";
    // Anybody may write it, so it is counted as strictly.
    private static final String REPORTS = "POST /v1/reports/";

    private RouteClass() {}

    /** The class of a route; nothing for one that has no limit of ours. */
    public static Optional<RateClass> of(String routeKey) {
        if (UNLIMITED.contains(routeKey) || routeKey.startsWith(WEBHOOKS)) {
            return Optional.empty();
        }
        if (FOR_EVERYBODY.contains(routeKey)) {
            return Optional.of(RateClass.PUBLIC);
        }
        if (routeKey.contains(SIGN_IN) || routeKey.startsWith(REPORTS)) {
            return Optional.of(RateClass.SIGN_IN);
        }
        if (SPENDING.contains(routeKey)) {
            return Optional.of(RateClass.SPEND);
        }
        return Optional.of(routeKey.startsWith("GET ") ? RateClass.READ : RateClass.CHANGE);
    }

    /** Whether it is counted by network, for nobody has to say who they are. */
    public static boolean isByNetwork(RateClass kind) {
        return kind == RateClass.SIGN_IN || kind == RateClass.PUBLIC;
    }
}
