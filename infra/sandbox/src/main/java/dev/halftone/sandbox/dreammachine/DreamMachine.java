package dev.halftone.sandbox.dreammachine;

import dev.halftone.sandbox.http.Exchange;
import dev.halftone.sandbox.http.Handler;
import dev.halftone.sandbox.work.Asked;
import dev.halftone.sandbox.work.Bench;
import dev.halftone.sandbox.work.Bodies;
import dev.halftone.sandbox.work.Caller;
import dev.halftone.sandbox.work.Key;
import dev.halftone.sandbox.work.Magic;
import dev.halftone.sandbox.work.Size;
import dev.halftone.sandbox.work.Work;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Routes of the API and its media. */
public final class DreamMachine implements Handler {

    private static final String GENERATIONS = "generations";
    private static final String FILES = "files/";
    private static final int CREDIT_CENTS = 2_500;
    private static final int LONG_SIDE = 1536;
    private static final Set<String> PICTURES = Set.of("photon-1", "photon-flash-1");
    private static final Set<String> FILMS = Set.of("ray-2", "ray-flash-2");

    private final URI base;
    private final Key key;
    private final Bench bench;
    private final Caller caller = new Caller();

    public DreamMachine(URI base, String key, Bench bench) {
        this.base = base;
        this.key = new Key("Bearer", key);
        this.bench = bench;
    }

    @Override
    public void handle(Exchange exchange, String path) throws IOException {
        String call = exchange.method() + " " + path;
        if (call.startsWith("GET " + FILES)) {
            file(exchange, path.substring(FILES.length()));
        } else if (!key.isShownBy(exchange.header("Authorization"))) {
            error(exchange, 401, "Invalid API key in request");
        } else if (call.equals("POST generations/image")) {
            submit(exchange, false);
        } else if (call.equals("POST generations/video")) {
            submit(exchange, true);
        } else if (call.equals("GET credits")) {
            exchange.json(200, Map.of("credit_balance", CREDIT_CENTS));
        } else if (call.equals("GET generations")) {
            list(exchange);
        } else if (path.startsWith(GENERATIONS + "/")) {
            one(exchange, path.substring(GENERATIONS.length() + 1));
        } else {
            error(exchange, 404, "Not found");
        }
    }

    private void submit(Exchange exchange, boolean film) throws IOException {
        Optional<JsonNode> body = Bodies.object(exchange);
        Optional<Asked> asked = body.flatMap(sent -> asked(sent, film));
        if (asked.isEmpty()) {
            error(exchange, 400, "Invalid request");
            return;
        }
        JsonNode sent = body.orElseThrow();
        switch (bench.reception(sent.toString(), asked.get().prompt())) {
            case TOO_MANY -> {
                exchange.with("Retry-After", "2");
                error(exchange, 429, "Rate limit exceeded");
            }
            case UNAVAILABLE -> error(exchange, 503, "Service unavailable");
            case LOST -> {
                take(sent, asked.get());
                exchange.cut();
            }
            case TAKEN -> exchange.json(201, view(take(sent, asked.get())));
        }
    }

    private static Optional<Asked> asked(JsonNode body, boolean film) {
        String prompt = body.path("prompt").asString("");
        String ratio = body.path("aspect_ratio").asString("16:9");
        String model = body.path("model").asString("");
        boolean known = (film ? FILMS : PICTURES).contains(model) && prompt.length() > 2;
        Optional<Size> size =
                film
                        ? Size.film(ratio, body.path("resolution").asString("720p"))
                        : Size.picture(ratio, LONG_SIDE);
        Integer seconds = film ? seconds(body.path("duration").asString("5s")) : null;
        return size.filter(_ -> known)
                .map(
                        each ->
                                new Asked(
                                        prompt,
                                        each.width(),
                                        each.height(),
                                        seconds,
                                        prompt.hashCode()));
    }

    private static Integer seconds(String duration) {
        return duration.matches("\\d{1,2}s")
                ? Integer.parseInt(duration.substring(0, duration.length() - 1))
                : 5;
    }

    private Work take(JsonNode body, Asked asked) {
        JsonNode callback = body.path("callback_url");
        Work work =
                bench.take(
                        body.path("model").asString(""),
                        asked,
                        body,
                        callback.isString() ? callback.stringValue() : null);
        bench.follow(work, this::callBack);
        return work;
    }

    /** Each change is told, and nothing is signed. */
    private void callBack(Work work) {
        String target = work.callback();
        if (target == null || work.is(Magic.SILENT)) {
            return;
        }
        int times = work.is(Magic.THRICE) ? 3 : 1;
        for (int time = 0; time < times; time++) {
            caller.call(target, Map.of(), JsonMapper.shared().writeValueAsBytes(view(work)));
        }
    }

    private void list(Exchange exchange) throws IOException {
        int limit = Integer.parseInt(exchange.query().or("limit", "100"));
        int offset = Integer.parseInt(exchange.query().or("offset", "0"));
        List<Work> all = bench.newestFirst();
        List<Map<String, Object>> page =
                all.stream().skip(offset).limit(limit).map(this::view).toList();
        exchange.json(
                200,
                Map.of(
                        "has_more", all.size() > offset + page.size(),
                        "count", page.size(),
                        "limit", limit,
                        "offset", offset,
                        "generations", page));
    }

    private void one(Exchange exchange, String id) throws IOException {
        Optional<Work> work = bench.find(id);
        if (work.isEmpty()) {
            error(exchange, 404, "Generation not found");
        } else if (exchange.method().equals("GET")) {
            exchange.json(200, view(work.get()));
        } else if (exchange.method().equals("DELETE") && work.get().is(Magic.DEAF)) {
            error(exchange, 409, "Generation is in progress");
        } else if (exchange.method().equals("DELETE")) {
            bench.remove(id);
            exchange.bytes(204, "application/json", new byte[0]);
        } else {
            error(exchange, 405, "Method not allowed");
        }
    }

    private void file(Exchange exchange, String name) throws IOException {
        Optional<Work> work = bench.ofFile(name);
        if (work.isPresent()) {
            exchange.bytes(200, "application/octet-stream", bench.media(work.get()));
        } else {
            error(exchange, 404, "Not found");
        }
    }

    private Map<String, Object> view(Work work) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", work.id());
        view.put("generation_type", work.isFilm() ? "video" : "image");
        view.put("state", state(work));
        view.put("failure_reason", failure(work));
        view.put("created_at", work.takenAt().toString());
        view.put("model", work.model());
        view.put("assets", assets(work));
        view.put("request", work.body());
        return view;
    }

    private String state(Work work) {
        return switch (bench.phase(work)) {
            case WAITING -> "queued";
            case WORKING -> "dreaming";
            case ENDED -> work.ending() == Work.Ending.MEDIA ? "completed" : "failed";
        };
    }

    private @Nullable String failure(Work work) {
        if (bench.phase(work) != Work.Phase.ENDED) {
            return null;
        }
        return switch (work.ending()) {
            case MEDIA -> null;
            case MODERATION -> "Prompt Moderation failed";
            case FAILURE, CANCELLED -> "Job failed";
        };
    }

    private @Nullable Map<String, String> assets(Work work) {
        boolean done = bench.phase(work) == Work.Phase.ENDED && work.ending() == Work.Ending.MEDIA;
        return done
                ? Map.of(work.isFilm() ? "video" : "image", base + "/" + FILES + work.file())
                : null;
    }

    private static void error(Exchange exchange, int code, String detail) throws IOException {
        exchange.json(code, Map.of("detail", detail));
    }
}
