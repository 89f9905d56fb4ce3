package dev.halftone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.lambda.RouteClass;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Protects: whatever is answered without knowing whom is counted by network. A new route of the
 * kind is not, until the table of classes names it.
 */
final class PublicRoutesTest {
    private static final ApiDescription API = ApiDescription.read();
    // The page itself is answered from memory.
    private static final Set<String> PAGE = Set.of("GET /", "GET /{file+}");

    private static List<String> anybodys() {
        return API.operations().entrySet().stream()
                .filter(each -> each.getValue().at("security").items().isEmpty())
                .map(each -> each.getKey())
                .toList();
    }

    private static List<String> uncounted(Collection<String> routes) {
        return routes.stream()
                .filter(route -> !PAGE.contains(route))
                .filter(route -> RouteClass.of(route).filter(RouteClass::isByNetwork).isEmpty())
                .toList();
    }

    @Test
    void countsByNetworkWhateverAnybodyMayAsk() {
        assertThat(anybodys()).hasSizeGreaterThan(10).containsAll(PAGE);
        assertThat(uncounted(anybodys())).isEmpty();
    }

    @Test
    void noticesARouteForAnybodyThatNobodyCounts() {
        List<String> planted = List.of("GET /v1/models", "GET /v1/guests", "POST /v1/guests");

        assertThat(uncounted(planted)).containsExactly("GET /v1/guests", "POST /v1/guests");
    }
}
