package dev.halftone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

// Protects the envelopes from drifting away from the routes, and the API from answering too late or
// to other origins.
final class TemplateRoutesTest {
    private static final Template TEMPLATE = Template.functions();
    private static final int GATEWAY_TIMEOUT_SECONDS = 30;

    private static Set<String> envelopeRoutes(String module) {
        List<Path> files = Repository.filesEndingWith(".json", Repository.file("events/" + module));
        return files.stream()
                .map(file -> JsonMapper.shared().readTree(file.toFile()))
                .filter(envelope -> envelope.has("routeKey"))
                .map(TemplateRoutesTest::routeOf)
                .collect(Collectors.toSet());
    }

    private static String routeOf(JsonNode envelope) {
        String route = envelope.get("routeKey").asString();
        assertThat(envelope.get("requestContext").get("routeKey").asString()).isEqualTo(route);
        return route;
    }

    @Test
    void everyRouteOfAFunctionHasAnEnvelopeAndEveryEnvelopeARoute() {
        assertThat(TEMPLATE.functionBlocks())
                .allSatisfy(
                        function ->
                                assertThat(envelopeRoutes(function.module()))
                                        .isEqualTo(function.routes()));
    }

    @Test
    void noRouteIsServedTwice() {
        assertThat(TEMPLATE.functionBlocks().stream().flatMap(block -> block.routes().stream()))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    @Test
    void aFunctionBehindTheApiEndsBeforeTheApiGivesUp() {
        assertThat(TEMPLATE.functionBlocks())
                .filteredOn(function -> !function.routes().isEmpty())
                .allMatch(function -> function.timeoutSeconds() < GATEWAY_TIMEOUT_SECONDS);
    }

    @Test
    void theApiAnswersItsOwnOriginOnlyAndIsThrottled() {
        TemplateValue api = TEMPLATE.resource("Api").at("Properties");
        assertThat(api.at("CorsConfiguration").exists()).isFalse();
        assertThat(TEMPLATE.root().at("Globals", "HttpApi").exists()).isFalse();
        assertThat(api.at("DefaultRouteSettings", "ThrottlingRateLimit").number()).isPositive();
        assertThat(api.at("DefaultRouteSettings", "ThrottlingBurstLimit").number()).isPositive();
    }
}
