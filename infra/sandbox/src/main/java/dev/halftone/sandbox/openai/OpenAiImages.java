package dev.halftone.sandbox.openai;

import dev.halftone.sandbox.http.Exchange;
import dev.halftone.sandbox.http.Handler;
import dev.halftone.sandbox.work.Bench;
import dev.halftone.sandbox.work.Bodies;
import dev.halftone.sandbox.work.Key;
import dev.halftone.sandbox.work.Work;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The one route that makes pictures, and the list of who draws them. */
public final class OpenAiImages implements Handler {

    private static final String GENERATIONS = "images/generations";
    private static final String EDITS = "images/edits";
    private static final String INVALID = "invalid_request_error";
    private static final int CHARACTERS_PER_TOKEN = 4;
    private static final int PIXELS_PER_TOKEN = 512;

    private final Key key;
    private final Bench bench;

    public OpenAiImages(URI base, String key, Bench bench) {
        this.key = new Key("Bearer", key);
        this.bench = bench;
    }

    @Override
    public void handle(Exchange exchange, String path) throws IOException {
        if (!key.isShownBy(exchange.header("Authorization"))) {
            error(exchange, 401, INVALID, "invalid_api_key", null);
        } else if (Set.of(GENERATIONS, EDITS).contains(path) && exchange.method().equals("POST")) {
            generate(exchange);
        } else if (path.equals("models") && exchange.method().equals("GET")) {
            models(exchange);
        } else {
            error(exchange, 404, INVALID, null, null);
        }
    }

    private static void models(Exchange exchange) throws IOException {
        List<Map<String, String>> models =
                ImageOrder.MODELS.stream()
                        .sorted()
                        .map(model -> Map.of("id", model, "object", "model"))
                        .toList();
        exchange.json(200, Map.of("object", "list", "data", models));
    }

    private void generate(Exchange exchange) throws IOException {
        Optional<JsonNode> body = Bodies.object(exchange);
        String model = body.map(sent -> sent.path("model").asString("")).orElse("");
        if (body.isEmpty() || !ImageOrder.MODELS.contains(model)) {
            error(exchange, 404, INVALID, "model_not_found", "model");
            return;
        }
        ImageOrder order = ImageOrder.read(body.get());
        if (order.fault() != null) {
            error(exchange, 400, INVALID, "invalid_value", order.fault());
            return;
        }
        switch (bench.reception(model + body.get(), order.asked().prompt())) {
            case TOO_MANY -> {
                exchange.with("Retry-After", "2");
                error(exchange, 429, "rate_limit_error", "rate_limit_exceeded", null);
            }
            case UNAVAILABLE -> error(exchange, 503, "server_error", null, null);
            case LOST -> {
                bench.awaitEnd(bench.take(model, order.asked(), body.get(), null));
                exchange.cut();
            }
            case TAKEN -> answer(exchange, bench.take(model, order.asked(), body.get(), null));
        }
    }

    /** The line stays open for as long as the picture takes. */
    private void answer(Exchange exchange, Work work) throws IOException {
        if (!bench.awaitEnd(work)) {
            exchange.cut();
            return;
        }
        exchange.with("x-request-id", "req_" + work.id().replace("-", ""));
        switch (work.ending()) {
            case MEDIA -> exchange.json(200, picture(work));
            case MODERATION -> refuse(exchange);
            case FAILURE, CANCELLED -> error(exchange, 500, "server_error", null, null);
        }
    }

    private Map<String, Object> picture(Work work) {
        int input = work.asked().prompt().length() / CHARACTERS_PER_TOKEN + 1;
        int output = work.asked().width() * work.asked().height() / PIXELS_PER_TOKEN;
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("created", work.takenAt().getEpochSecond());
        answer.put("model", work.model());
        answer.put("output_format", "png");
        answer.put("size", work.asked().width() + "x" + work.asked().height());
        answer.put(
                "data",
                List.of(Map.of("b64_json", Base64.getEncoder().encodeToString(bench.media(work)))));
        answer.put(
                "usage",
                Map.of(
                        "input_tokens", input,
                        "output_tokens", output,
                        "total_tokens", input + output));
        return answer;
    }

    private static void refuse(Exchange exchange) throws IOException {
        Map<String, Object> error =
                error("image_generation_user_error", "moderation_blocked", null);
        error.put(
                "moderation_details",
                Map.of("moderation_stage", "input", "categories", List.of("violence")));
        exchange.json(400, Map.of("error", error));
    }

    private static void error(
            Exchange exchange,
            int status,
            String type,
            @Nullable String code,
            @Nullable String parameter)
            throws IOException {
        exchange.json(status, Map.of("error", error(type, code, parameter)));
    }

    private static Map<String, Object> error(
            String type, @Nullable String code, @Nullable String parameter) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", "The sandbox refuses this as OpenAI would.");
        error.put("type", type);
        error.put("param", parameter);
        error.put("code", code);
        return error;
    }
}
