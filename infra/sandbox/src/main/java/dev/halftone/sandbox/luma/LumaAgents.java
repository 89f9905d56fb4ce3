package dev.halftone.sandbox.luma;

import dev.halftone.sandbox.http.Exchange;
import dev.halftone.sandbox.http.Handler;
import dev.halftone.sandbox.painter.Brought;
import dev.halftone.sandbox.painter.Brought.Picture;
import dev.halftone.sandbox.work.Asked;
import dev.halftone.sandbox.work.Bench;
import dev.halftone.sandbox.work.Bodies;
import dev.halftone.sandbox.work.Inline;
import dev.halftone.sandbox.work.Key;
import dev.halftone.sandbox.work.Signer;
import dev.halftone.sandbox.work.Size;
import dev.halftone.sandbox.work.Work;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Routes of the API and its media. */
public final class LumaAgents implements Handler {

    private static final String GENERATIONS = "generations";
    private static final String FILES = "files/";
    private static final int LONG_SIDE = 2048;
    private static final Duration LINK_LIFETIME = Duration.ofHours(1);
    private static final Set<String> PICTURES = Set.of("uni-1", "uni-1-max");
    private static final String FILMS = "ray-3.2";

    private final URI base;
    private final Key key;
    private final Bench bench;
    private final Signer signer = new Signer();

    public LumaAgents(URI base, String key, Bench bench) {
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
            error(exchange, 401, "Invalid API key");
        } else if (call.equals("POST " + GENERATIONS)) {
            submit(exchange);
        } else if (call.startsWith("GET " + GENERATIONS + "/")) {
            Optional<Work> work = bench.find(path.substring(GENERATIONS.length() + 1));
            if (work.isPresent()) {
                exchange.json(200, view(work.get()));
            } else {
                error(exchange, 404, "Not found");
            }
        } else {
            error(exchange, 404, "Not found");
        }
    }

    private void submit(Exchange exchange) throws IOException {
        Optional<JsonNode> body = Bodies.object(exchange);
        Optional<Asked> asked = body.flatMap(LumaAgents::asked);
        if (asked.isEmpty()) {
            error(exchange, 422, "Unprocessable request");
            return;
        }
        JsonNode sent = body.orElseThrow();
        String model = sent.path("model").asString("");
        switch (bench.reception(sent.toString(), asked.get().prompt())) {
            case TOO_MANY -> error(exchange, 429, "Too many concurrent jobs");
            case UNAVAILABLE -> error(exchange, 503, "Service unavailable");
            case LOST -> {
                bench.take(model, asked.get(), sent, null);
                exchange.cut();
            }
            case TAKEN -> exchange.json(201, view(bench.take(model, asked.get(), sent, null)));
        }
    }

    private static Optional<Asked> asked(JsonNode body) {
        String prompt = body.path("prompt").asString("");
        String ratio = body.path("aspect_ratio").asString("1:1");
        String model = body.path("model").asString("");
        boolean film = body.path("type").asString("").equals("video");
        boolean known = film ? model.equals(FILMS) : PICTURES.contains(model);
        JsonNode video = body.path("video");
        Optional<Size> size =
                film
                        ? Size.film(ratio, video.path("resolution").asString(""))
                        : Size.picture(ratio, LONG_SIDE);
        Integer seconds = film ? seconds(video.path("duration").asString("")) : null;
        return size.filter(_ -> known && !prompt.isBlank() && (!film || seconds != null))
                .map(
                        each ->
                                new Asked(
                                        prompt,
                                        each.width(),
                                        each.height(),
                                        seconds,
                                        prompt.hashCode()))
                .map(each -> each.with(brought(body)));
    }

    private static Brought brought(JsonNode body) {
        List<Picture> references = new ArrayList<>();
        body.path("image_ref").forEach(each -> references.add(picture(each)));
        JsonNode start = body.path("video").path("start_frame");
        return new Brought(false, false, references, start.isObject() ? picture(start) : null);
    }

    private static Picture picture(JsonNode reference) {
        return Inline.base64(reference.path("data").asString(""));
    }

    private static @Nullable Integer seconds(String duration) {
        return Set.of("5s", "10s").contains(duration)
                ? Integer.valueOf(duration.substring(0, duration.length() - 1))
                : null;
    }

    private void file(Exchange exchange, String name) throws IOException {
        String expires = exchange.query().or("expires", "0");
        boolean lives =
                signature(name, expires).equals(exchange.query().or("signature", ""))
                        && bench.now().getEpochSecond() < Long.parseLong(expires);
        Optional<Work> work = bench.ofFile(name);
        if (!lives || work.isEmpty()) {
            error(exchange, 403, "Request has expired");
        } else {
            exchange.bytes(200, "application/octet-stream", bench.media(work.get()));
        }
    }

    /** Minted with each answer. */
    private String link(Work work) {
        Instant until = bench.now().plus(LINK_LIFETIME);
        String expires = Long.toString(until.getEpochSecond());
        return "%s/%s%s?expires=%s&signature=%s"
                .formatted(base, FILES, work.file(), expires, signature(work.file(), expires));
    }

    private String signature(String name, String expires) {
        return signer.sign(name, expires);
    }

    private Map<String, Object> view(Work work) {
        boolean ended = bench.phase(work) == Work.Phase.ENDED;
        boolean done = ended && work.ending() == Work.Ending.MEDIA;
        String type = work.isFilm() ? "video" : "image";
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", work.id());
        view.put("type", type);
        view.put("model", work.model());
        view.put("state", state(work));
        view.put("created_at", work.takenAt().toString());
        view.put("output", done ? List.of(Map.of("type", type, "url", link(work))) : List.of());
        view.put("failure_code", ended ? failure(work) : null);
        view.put("failure_reason", ended && !done ? "It did not work out" : null);
        return view;
    }

    private String state(Work work) {
        return switch (bench.phase(work)) {
            case WAITING -> "queued";
            case WORKING -> "processing";
            case ENDED -> work.ending() == Work.Ending.MEDIA ? "completed" : "failed";
        };
    }

    private static @Nullable String failure(Work work) {
        return switch (work.ending()) {
            case MEDIA -> null;
            case MODERATION -> "content_moderated";
            case FAILURE, CANCELLED -> "generation_failed";
        };
    }

    private static void error(Exchange exchange, int code, String detail) throws IOException {
        exchange.json(code, Map.of("detail", detail));
    }
}
