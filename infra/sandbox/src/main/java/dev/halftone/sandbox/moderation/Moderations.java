package dev.halftone.sandbox.moderation;

import dev.halftone.sandbox.http.Exchange;
import dev.halftone.sandbox.http.Handler;
import dev.halftone.sandbox.work.Bench;
import dev.halftone.sandbox.work.Bodies;
import dev.halftone.sandbox.work.Key;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The one route that judges. Words that stand for a judgement are in brackets. */
public final class Moderations implements Handler {

    /** The only model here. */
    public static final String MODEL = "omni-moderation-latest";

    private static final String PATH = "moderations";
    private static final String UNSAFE = "[unsafe]";
    private static final String DOWN = "[check down]";
    private static final String SLOW = "[check slow]";
    // Longer than any caller should wait.
    private static final Duration VERY_SLOW = Duration.ofSeconds(10);
    private static final String BROKEN = "illicit/violent";
    private static final List<String> CATEGORIES =
            List.of(
                    "harassment",
                    "harassment/threatening",
                    "hate",
                    "hate/threatening",
                    "illicit",
                    BROKEN,
                    "self-harm",
                    "self-harm/instructions",
                    "self-harm/intent",
                    "sexual",
                    "sexual/minors",
                    "violence",
                    "violence/graphic");

    private final Key key;

    public Moderations(URI base, String key, Bench bench) {
        this.key = new Key("Bearer", key);
    }

    @Override
    public void handle(Exchange exchange, String path) throws IOException {
        if (!key.isShownBy(exchange.header("Authorization"))) {
            error(exchange, 401, "invalid_api_key");
        } else if (path.equals(PATH) && exchange.method().equals("POST")) {
            judge(exchange);
        } else {
            error(exchange, 404, null);
        }
    }

    private static void judge(Exchange exchange) throws IOException {
        Optional<JsonNode> body = Bodies.object(exchange);
        if (!body.map(sent -> sent.path("model").asString("")).orElse("").equals(MODEL)) {
            error(exchange, 404, "model_not_found");
            return;
        }
        List<String> pieces = pieces(body.get().path("input"));
        if (pieces.isEmpty()) {
            error(exchange, 400, "invalid_input");
        } else if (says(pieces, DOWN)) {
            exchange.with("Retry-After", "7");
            error(exchange, 503, null);
        } else {
            if (says(pieces, SLOW)) {
                pause();
            }
            exchange.json(200, judgement(pieces));
        }
    }

    private static List<String> pieces(JsonNode input) {
        List<String> pieces = new ArrayList<>();
        if (input.isString()) {
            pieces.add(input.stringValue());
        }
        for (JsonNode each : input) {
            if (!each.isString()) {
                return List.of();
            }
            pieces.add(each.stringValue());
        }
        return pieces;
    }

    private static boolean says(List<String> pieces, String magic) {
        return pieces.stream().anyMatch(each -> says(each, magic));
    }

    private static boolean says(String piece, String magic) {
        return piece.toLowerCase(Locale.ROOT).contains(magic);
    }

    private static Map<String, Object> judgement(List<String> pieces) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", "modr-%08x".formatted(pieces.hashCode()));
        answer.put("model", MODEL);
        answer.put("results", pieces.stream().map(Moderations::result).toList());
        return answer;
    }

    private static Map<String, Object> result(String piece) {
        boolean flagged = says(piece, UNSAFE);
        Map<String, Boolean> categories = new LinkedHashMap<>();
        Map<String, Double> scores = new LinkedHashMap<>();
        for (String category : CATEGORIES) {
            boolean applies = flagged && category.equals(BROKEN);
            categories.put(category, applies);
            scores.put(category, applies ? 0.97 : 0.0001);
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("flagged", flagged);
        result.put("categories", categories);
        result.put("category_scores", scores);
        return result;
    }

    private static void pause() {
        try {
            Thread.sleep(VERY_SLOW);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void error(Exchange exchange, int status, @Nullable String code)
            throws IOException {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", "The sandbox refuses this as a moderation endpoint would.");
        error.put("type", "invalid_request_error");
        error.put("param", null);
        error.put("code", code);
        exchange.json(status, Map.of("error", error));
    }
}
