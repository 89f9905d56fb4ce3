package dev.halftone.sandbox.gmi;

import dev.halftone.sandbox.http.Exchange;
import dev.halftone.sandbox.http.Handler;
import dev.halftone.sandbox.work.Asked;
import dev.halftone.sandbox.work.Bench;
import dev.halftone.sandbox.work.Bodies;
import dev.halftone.sandbox.work.Key;
import dev.halftone.sandbox.work.Work;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Routes of the queue and its media. */
public final class GmiQueue implements Handler {

    private static final String REQUESTS = "requests";
    private static final String FILES = "files/";
    private static final int LISTED_MAX = 100;

    private final URI base;
    private final Key key;
    private final Bench bench;

    public GmiQueue(URI base, String key, Bench bench) {
        this.base = base;
        this.key = new Key("Bearer", key);
        this.bench = bench;
    }

    @Override
    public void handle(Exchange exchange, String path) throws IOException {
        boolean reads = exchange.method().equals("GET");
        if (reads && path.startsWith(FILES)) {
            file(exchange, path.substring(FILES.length()));
        } else if (!key.isShownBy(exchange.header("Authorization"))) {
            error(exchange, 401, "invalid api key");
        } else if (path.equals(REQUESTS) && exchange.method().equals("POST")) {
            submit(exchange);
        } else if (path.equals(REQUESTS) && reads) {
            list(exchange);
        } else if (path.startsWith(REQUESTS + "/") && reads) {
            request(exchange, path.substring(REQUESTS.length() + 1));
        } else {
            error(exchange, 404, "not found");
        }
    }

    private void submit(Exchange exchange) throws IOException {
        Optional<JsonNode> body = Bodies.object(exchange);
        String model = body.map(sent -> sent.path("model").asString("")).orElse("");
        JsonNode payload = body.map(sent -> sent.path("payload")).orElseThrow();
        if (!GmiInput.MODELS.contains(model)) {
            error(exchange, 404, "model not found");
            return;
        }
        Optional<Asked> asked = GmiInput.read(model, payload);
        if (asked.isEmpty()) {
            error(exchange, 500, "Backend error (400): InvalidParameter");
            return;
        }
        switch (bench.reception(model + payload, asked.get().prompt())) {
            case TOO_MANY -> {
                exchange.with("Retry-After", "2");
                error(exchange, 429, "rate limit exceeded(RPM)");
            }
            case UNAVAILABLE -> error(exchange, 503, "service unavailable");
            case LOST -> {
                bench.take(model, asked.get(), payload, null);
                exchange.cut();
            }
            case TAKEN -> exchange.json(200, view(bench.take(model, asked.get(), payload, null)));
        }
    }

    private void list(Exchange exchange) throws IOException {
        String model = exchange.query().or("model_id", "");
        List<Map<String, Object>> requests =
                bench.newestFirst().stream()
                        .filter(work -> model.isEmpty() || work.model().equals(model))
                        .limit(LISTED_MAX)
                        .map(this::view)
                        .toList();
        exchange.json(200, Map.of("requests", requests, "total", requests.size()));
    }

    private void request(Exchange exchange, String id) throws IOException {
        Optional<Work> work = bench.find(id);
        if (work.isEmpty()) {
            error(exchange, 404, "request not found");
        } else {
            exchange.json(200, view(work.get()));
        }
    }

    private void file(Exchange exchange, String name) throws IOException {
        Optional<Work> work = bench.ofFile(name);
        if (work.isPresent()) {
            exchange.bytes(200, "application/octet-stream", bench.media(work.get()));
        } else {
            error(exchange, 404, "no such file");
        }
    }

    private Map<String, Object> view(Work work) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("request_id", work.id());
        view.put("model", work.model());
        view.put("status", state(work));
        view.put("payload", work.body());
        view.put("created_at", work.takenAt().getEpochSecond());
        view.put("queued_at", work.takenAt().getEpochSecond());
        if (bench.phase(work) == Work.Phase.ENDED) {
            view.put("outcome", outcome(work));
        }
        return view;
    }

    private String state(Work work) {
        return switch (bench.phase(work)) {
            case WAITING -> "queued";
            case WORKING -> "processing";
            case ENDED ->
                    switch (work.ending()) {
                        case MEDIA -> "success";
                        case MODERATION, FAILURE -> "failed";
                        case CANCELLED -> "cancelled";
                    };
        };
    }

    private Map<String, Object> outcome(Work work) {
        String file = base + "/" + FILES + work.file();
        return switch (work.ending()) {
            case MEDIA ->
                    work.isFilm()
                            ? Map.of("video_url", file)
                            : Map.of("media_urls", List.of(Map.of("id", "0", "url", file)));
            case MODERATION -> Map.of("error", "the input may contain sensitive information");
            case FAILURE, CANCELLED -> Map.of("error", "worker lost");
        };
    }

    private static void error(Exchange exchange, int code, String text) throws IOException {
        exchange.json(code, Map.of("error", text));
    }
}
