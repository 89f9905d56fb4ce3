package dev.halftone.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {
    private static final Routes ROUTES =
            routes(
                    "GET /{file+}",
                    "GET /v1/things/{id}",
                    "GET /v1/{kind}/latest",
                    "GET /v1/things/latest",
                    "GET /v1/things/{rest+}",
                    "ANY /v1/any",
                    "POST /v1/any",
                    "GET /");

    @ParameterizedTest
    @CsvSource({
        "GET, /, GET /",
        "GET, /app.js, GET /{file+}",
        "GET, /v1/things/latest, GET /v1/things/latest",
        "GET, /v1/things/42, GET /v1/things/{id}",
        "GET, /v1/things/42/media, GET /v1/things/{rest+}",
        "GET, /v1/other/latest, GET /v1/{kind}/latest",
        "GET, /v1/things/, GET /{file+}",
        "POST, /v1/any, POST /v1/any",
        "PUT, /v1/any, ANY /v1/any",
    })
    void prefersTheMostSpecificRoute(String method, String path, String key) {
        assertThat(key(ROUTES, method, path)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({"POST, /", "HEAD, /", "DELETE, /v1/things/42"})
    void knowsNoOtherMethod(String method, String path) {
        assertThat(ROUTES.find(method, path)).isNull();
    }

    @Test
    void fallsBackToTheDefaultRoute() {
        Routes routes = routes("$default", "GET /{file+}");

        assertThat(key(routes, "GET", "/a/b")).isEqualTo("GET /{file+}");
        assertThat(key(routes, "POST", "/a/b")).isEqualTo("$default");
    }

    @Test
    void decodesParametersAfterSplittingThePath() {
        Routes routes = routes("GET /v1/{id}/x/{rest+}");

        Routes.Match match = routes.find("GET", "/v1/a%2Fb+c/x/d%20e/f");

        assertThat(match == null ? null : match.pathParameters())
                .isEqualTo(Map.of("id", "a/b+c", "rest", "d e/f"));
    }

    private static @Nullable String key(Routes routes, String method, String path) {
        Routes.Match match = routes.find(method, path);
        return match == null ? null : match.route().key();
    }

    private static Routes routes(String... keys) {
        HostedFunction function = Functions.answering("{}");
        return new Routes(
                List.of(keys).stream()
                        .map(key -> key.split(" ", 2))
                        .map(key -> new Route(key[0], key[key.length - 1], function))
                        .toList());
    }
}
