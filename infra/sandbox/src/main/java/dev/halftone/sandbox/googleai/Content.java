package dev.halftone.sandbox.googleai;

import dev.halftone.sandbox.http.Exchange;
import dev.halftone.sandbox.work.Asked;
import dev.halftone.sandbox.work.Bench;
import dev.halftone.sandbox.work.Bodies;
import dev.halftone.sandbox.work.Work;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Answers {@code generateContent}; what the rules refuse is a success without a picture. */
final class Content {

    private static final int TOKENS_OF_A_PICTURE = 1120;
    private static final int THOUGHTS = 140;
    private static final int CHARACTERS_PER_TOKEN = 4;

    private static final Map<String, String> RETRY_INFO =
            Map.of("@type", "type.googleapis.com/google.rpc.RetryInfo", "retryDelay", "2s");

    private final Bench bench;
    private final boolean vertex;

    Content(Bench bench, boolean vertex) {
        this.bench = bench;
        this.vertex = vertex;
    }

    void generate(Exchange exchange, String model) throws IOException {
        Optional<JsonNode> body = Bodies.object(exchange);
        Optional<Asked> asked = body.flatMap(sent -> ContentOrder.read(sent, vertex));
        if (!ContentOrder.MODELS.contains(model)) {
            error(exchange, 404, "NOT_FOUND");
        } else if (asked.isEmpty()) {
            error(exchange, 400, "INVALID_ARGUMENT");
        } else {
            receive(exchange, model, asked.get(), body.orElseThrow());
        }
    }

    private void receive(Exchange exchange, String model, Asked asked, JsonNode body)
            throws IOException {
        switch (bench.reception(model + body, asked.prompt())) {
            case TOO_MANY -> tooMany(exchange);
            case UNAVAILABLE -> error(exchange, 503, "UNAVAILABLE");
            case LOST -> {
                bench.awaitEnd(bench.take(model, asked, body, null));
                exchange.cut();
            }
            case TAKEN -> answer(exchange, bench.take(model, asked, body, null));
        }
    }

    private void answer(Exchange exchange, Work work) throws IOException {
        if (!bench.awaitEnd(work)) {
            exchange.cut();
            return;
        }
        switch (work.ending()) {
            case MEDIA ->
                    exchange.json(
                            200,
                            whole(
                                    work,
                                    Map.of(
                                            "index",
                                            0,
                                            "finishReason",
                                            "STOP",
                                            "content",
                                            content(work))));
            case MODERATION ->
                    exchange.json(
                            200,
                            whole(
                                    work,
                                    Map.of(
                                            "finishReason",
                                            "IMAGE_SAFETY",
                                            "content",
                                            Map.of("role", "model"))));
            case FAILURE, CANCELLED -> error(exchange, 500, "INTERNAL");
        }
    }

    private Map<String, Object> content(Work work) {
        String picture = Base64.getEncoder().encodeToString(bench.media(work));
        return Map.of(
                "role",
                "model",
                "parts",
                List.of(
                        Map.of("text", "A first idea of the composition.", "thought", true),
                        Map.of(
                                "thoughtSignature",
                                "c2FuZGJveA==",
                                "inlineData",
                                Map.of("mimeType", "image/png", "data", picture))));
    }

    private static Map<String, Object> whole(Work work, Map<String, Object> candidate) {
        int prompt = work.asked().prompt().length() / CHARACTERS_PER_TOKEN + 1;
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("candidates", List.of(candidate));
        whole.put(
                "usageMetadata",
                Map.of(
                        "promptTokenCount", prompt,
                        "candidatesTokenCount", TOKENS_OF_A_PICTURE,
                        "thoughtsTokenCount", THOUGHTS,
                        "totalTokenCount", prompt + TOKENS_OF_A_PICTURE + THOUGHTS));
        whole.put("modelVersion", work.model());
        whole.put("responseId", work.id());
        return whole;
    }

    static void error(Exchange exchange, int code, String word) throws IOException {
        error(exchange, code, word, Map.of());
    }

    static void tooMany(Exchange exchange) throws IOException {
        error(exchange, 429, "RESOURCE_EXHAUSTED", RETRY_INFO);
    }

    /** A refusal that says more. */
    static void error(Exchange exchange, int code, String word, Map<String, String> detail)
            throws IOException {
        exchange.json(
                code,
                Map.of(
                        "error",
                        Map.of(
                                "code",
                                code,
                                "status",
                                word,
                                "message",
                                "The sandbox refuses this as Google would.",
                                "details",
                                detail.isEmpty() ? List.of() : List.of(detail))));
    }
}
