package dev.halftone.local.crash;

import com.sun.net.httpserver.HttpExchange;
import dev.halftone.lambda.ProfileReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds nothing wrong with any words. It keeps nothing, so it does not matter where a process that
 * asks it dies: it comes before everything that is written.
 */
final class StubJudge {
    static final String PATH = "/moderation/";

    private StubJudge() {}

    static void judge(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode asked = JsonMapper.shared().readTree(exchange.getRequestBody());
            Map<String, Boolean> categories = new HashMap<>();
            Objects.requireNonNull(ProfileReader.read("halftone").promptRules())
                    .refuses()
                    .forEach(category -> categories.put(category, false));
            List<Map<String, Object>> results =
                    IntStream.range(0, asked.path("input").size())
                            .mapToObj(_ -> Map.<String, Object>of("categories", categories))
                            .toList();
            byte[] answer =
                    JsonMapper.shared()
                            .writeValueAsBytes(Map.of("model", "a-judge", "results", results));
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }
}
