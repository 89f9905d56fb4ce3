package dev.halftone.local;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The routes of all functions; the most specific one that matches answers. */
final class Routes {
    record Match(Route route, Map<String, String> pathParameters) {}

    private final List<Route> routes;

    Routes(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    @Nullable Match find(String method, String rawPath) {
        Match best = null;
        for (Route route : routes) {
            Map<String, String> parameters = route.match(method, rawPath);
            if (parameters != null && (best == null || route.isMoreSpecificThan(best.route()))) {
                best = new Match(route, parameters);
            }
        }
        return best;
    }
}
