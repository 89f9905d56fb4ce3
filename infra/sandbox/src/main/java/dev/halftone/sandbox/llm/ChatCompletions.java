package dev.halftone.sandbox.llm;

import dev.halftone.sandbox.http.Exchange;
import dev.halftone.sandbox.http.Handler;
import dev.halftone.sandbox.work.Asked;
import dev.halftone.sandbox.work.Bench;
import dev.halftone.sandbox.work.Bodies;
import dev.halftone.sandbox.work.Key;
import dev.halftone.sandbox.work.Magic;
import dev.halftone.sandbox.work.Work;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The one route that writes, and the list of models. */
public final class ChatCompletions implements Handler {

    /** The only model here. */
    public static final String MODEL = "zai-org/GLM-5.3-Flash";

    private static final String COMPLETIONS = "chat/completions";
    private static final String MODELS = "models";
    private static final String INVALID = "invalid_request_error";
    private static final String NO_JSON = "Gladly! Here is what you asked for: {\"title\": ";
    private static final int CHARACTERS_PER_TOKEN = 4;

    private final Key key;
    private final Bench bench;

    public ChatCompletions(URI base, String key, Bench bench) {
        this.key = new Key("Bearer", key);
        this.bench = bench;
    }

    @Override
    public void handle(Exchange exchange, String path) throws IOException {
        if (!key.isShownBy(exchange.header("Authorization"))) {
            error(exchange, 401, INVALID, "invalid_api_key");
        } else if (path.equals(COMPLETIONS) && exchange.method().equals("POST")) {
            complete(exchange);
        } else if (path.equals(MODELS)) {
            exchange.json(
                    200,
                    Map.of(
                            "object",
                            "list",
                            "data",
                            List.of(Map.of("id", MODEL, "object", "model"))));
        } else {
            error(exchange, 404, INVALID, null);
        }
    }

    private void complete(Exchange exchange) throws IOException {
        Optional<JsonNode> body = Bodies.object(exchange);
        if (!body.map(sent -> sent.path("model").asString("")).orElse("").equals(MODEL)) {
            error(exchange, 404, INVALID, "model_not_found");
            return;
        }
        ChatRequest request = ChatRequest.read(body.get());
        if (request.fault() != null) {
            error(exchange, 400, INVALID, "invalid_" + request.fault());
            return;
        }
        Asked asked = new Asked(request.brief(), 1, 1, null, request.brief().hashCode());
        switch (bench.reception(request.brief(), request.brief())) {
            case TOO_MANY -> {
                exchange.with("Retry-After", "2");
                error(exchange, 429, "rate_limit_error", "rate_limit_exceeded");
            }
            case UNAVAILABLE -> error(exchange, 503, "server_error", null);
            case LOST -> {
                bench.awaitEnd(bench.take(MODEL, asked, body.get(), null));
                exchange.cut();
            }
            case TAKEN -> answer(exchange, request, asked, body.get());
        }
    }

    /** The line stays open for as long as the writing takes. */
    private void answer(Exchange exchange, ChatRequest request, Asked asked, JsonNode body)
            throws IOException {
        boolean first = timesAsked(asked.prompt()) == 0;
        Work work = bench.take(MODEL, asked, body, null);
        if (!bench.awaitEnd(work)) {
            exchange.cut();
            return;
        }
        switch (work.ending()) {
            case MEDIA -> {
                String text = text(work, request, first);
                boolean cut = work.is(Magic.TRUNCATED);
                exchange.json(
                        200,
                        completion(
                                work,
                                cut ? text.substring(0, text.length() / 2) : text,
                                null,
                                cut ? "length" : "stop"));
            }
            case MODERATION ->
                    exchange.json(200, completion(work, null, "I cannot help with that.", "stop"));
            case FAILURE, CANCELLED -> error(exchange, 500, "server_error", null);
        }
    }

    private long timesAsked(String brief) {
        return bench.newestFirst().stream()
                .filter(work -> work.asked().prompt().equals(brief))
                .count();
    }

    private static String text(Work work, ChatRequest request, boolean first) {
        Writer writer = new Writer(Magic.without(request.brief()));
        if (work.is(Magic.MALFORMED) || (first && work.is(Magic.MALFORMED_ONCE))) {
            return NO_JSON;
        }
        JsonNode schema = request.schema();
        return schema == null
                ? "You asked about: " + Magic.without(request.brief())
                : writer.answer("", schema).toString();
    }

    private static Map<String, Object> completion(
            Work work, @Nullable String content, @Nullable String refusal, String finish) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("role", "assistant");
        message.put("content", content);
        message.put("refusal", refusal);
        int input = work.body().toString().length() / CHARACTERS_PER_TOKEN + 1;
        int output = content == null ? 1 : content.length() / CHARACTERS_PER_TOKEN + 1;
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", "chatcmpl-" + work.id());
        answer.put("object", "chat.completion");
        answer.put("created", work.takenAt().getEpochSecond());
        answer.put("model", work.model());
        answer.put(
                "choices",
                List.of(Map.of("index", 0, "message", message, "finish_reason", finish)));
        answer.put(
                "usage",
                Map.of(
                        "prompt_tokens", input,
                        "completion_tokens", output,
                        "total_tokens", input + output));
        return answer;
    }

    private static void error(Exchange exchange, int status, String type, @Nullable String code)
            throws IOException {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", "The sandbox refuses this as a language model's endpoint would.");
        error.put("type", type);
        error.put("param", null);
        error.put("code", code);
        exchange.json(status, Map.of("error", error));
    }
}
