package dev.halftone.sandbox.hedra;

import dev.halftone.sandbox.http.Exchange;
import dev.halftone.sandbox.http.Handler;
import dev.halftone.sandbox.work.Asked;
import dev.halftone.sandbox.work.Bench;
import dev.halftone.sandbox.work.Bodies;
import dev.halftone.sandbox.work.Caller;
import dev.halftone.sandbox.work.Key;
import dev.halftone.sandbox.work.Magic;
import dev.halftone.sandbox.work.Signer;
import dev.halftone.sandbox.work.Work;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Routes of the API and its media. */
public final class Hedra implements Handler {

    private static final String MODELS = "models/";
    private static final String JOBS = "jobs/";
    private static final String FILES = "media/";

    private final Key key;
    private final Bench bench;
    private final HedraView views;
    private final Rate rate;
    private final HedraFiles files = new HedraFiles();
    private final Signer signer = new Signer();
    private final Caller caller = new Caller();
    private final Map<String, String> jobsByKey = new ConcurrentHashMap<>();

    public Hedra(URI base, String key, Bench bench) {
        this.key = new Key("Key", key);
        this.bench = bench;
        this.views = new HedraView(base + "/" + FILES, bench);
        this.rate = new Rate(bench.clock());
    }

    @Override
    public void handle(Exchange exchange, String path) throws IOException {
        String call = exchange.method() + " " + path;
        if (call.startsWith("GET " + FILES)) {
            file(exchange, path.substring(FILES.length()));
        } else if (call.equals("GET webhooks/public-key")) {
            String published = Base64.getEncoder().encodeToString(signer.publicKey());
            exchange.json(200, Map.of("algorithm", "ed25519", "public_key", published));
        } else if (!key.isShownBy(exchange.header("Authorization"))) {
            exchange.json(401, HedraView.error("UNAUTHORIZED", false));
        } else if (!rate.lets()) {
            exchange.with("Retry-After", "60")
                    .json(429, HedraView.error("RESOURCE_EXHAUSTED", true));
        } else if (call.startsWith("POST " + MODELS)) {
            submit(exchange, path.substring(MODELS.length()));
        } else if (call.startsWith("GET " + JOBS)) {
            job(exchange, path.substring(JOBS.length()));
        } else if (call.equals("GET balance")) {
            exchange.json(200, Map.of("balance", "25.00", "currency", "USD"));
        } else if (call.equals("POST files")) {
            upload(exchange);
        } else {
            exchange.json(404, HedraView.error("NOT_FOUND", false));
        }
    }

    private void submit(Exchange exchange, String model) throws IOException {
        Optional<JsonNode> body = Bodies.object(exchange);
        if (!HedraInput.isModel(model)) {
            exchange.json(404, HedraView.error("NOT_FOUND", false));
            return;
        }
        Optional<Asked> asked =
                body.flatMap(sent -> HedraInput.read(model, sent.path("input"), files));
        if (asked.isEmpty()) {
            exchange.json(400, HedraView.error("INVALID_ARGUMENT", false));
            return;
        }
        JsonNode sent = body.orElseThrow();
        String idempotencyKey = sent.path("idempotency_key").asString(UUID.randomUUID().toString());
        Optional<Work> before =
                Optional.ofNullable(jobsByKey.get(idempotencyKey)).flatMap(bench::find);
        if (before.isPresent()) {
            exchange.json(202, views.taken(before.get()));
            return;
        }
        switch (bench.reception(idempotencyKey, asked.get().prompt())) {
            case TOO_MANY ->
                    exchange.with("Retry-After", "2")
                            .json(429, HedraView.error("RESOURCE_EXHAUSTED", true));
            case UNAVAILABLE -> exchange.json(503, HedraView.error("UNAVAILABLE", true));
            case LOST -> {
                take(model, asked.get(), sent, idempotencyKey);
                exchange.cut();
            }
            case TAKEN ->
                    exchange.json(202, views.taken(take(model, asked.get(), sent, idempotencyKey)));
        }
    }

    private Work take(String model, Asked asked, JsonNode body, String idempotencyKey) {
        JsonNode webhook = body.path("webhook");
        Work work =
                bench.take(model, asked, body, webhook.isString() ? webhook.stringValue() : null);
        jobsByKey.put(idempotencyKey, work.id());
        bench.follow(work, this::callBack);
        return work;
    }

    /** Only the end is told; what was told before may be told again. */
    private void callBack(Work work) {
        String target = work.callback();
        boolean ended = bench.phase(work) == Work.Phase.ENDED;
        if (target == null || !ended || work.is(Magic.SILENT)) {
            return;
        }
        byte[] body = JsonMapper.shared().writeValueAsBytes(views.result(work));
        int times = work.is(Magic.THRICE) ? 3 : 1;
        for (int time = 0; time < times; time++) {
            caller.call(target, headers(work, time > 0, body), body);
        }
    }

    private Map<String, String> headers(Work work, boolean again, byte[] body) {
        String timestamp = Long.toString(bench.now().getEpochSecond());
        String event = work.ending() == Work.Ending.MEDIA ? "job.completed" : "job.failed";
        String redelivery = Boolean.toString(again);
        return Map.of(
                "X-Hedra-Webhook-Id",
                work.id(),
                "X-Hedra-Webhook-Timestamp",
                timestamp,
                "X-Hedra-Webhook-Event",
                event,
                "X-Hedra-Webhook-Redelivery",
                redelivery,
                "X-Hedra-Webhook-Attempt",
                "1",
                "X-Hedra-Webhook-Signature",
                signer.sign(timestamp, work.id(), event, redelivery, Signer.sha256(body)));
    }

    private void job(Exchange exchange, String path) throws IOException {
        String id = path.endsWith("/status") ? path.substring(0, path.length() - 7) : path;
        Optional<Work> work = bench.find(id);
        if (work.isEmpty()) {
            exchange.json(404, HedraView.error("NOT_FOUND", false));
        } else {
            exchange.json(200, views.result(work.get()));
        }
    }

    private void upload(Exchange exchange) throws IOException {
        Optional<String> handle = files.keep(exchange.body());
        if (handle.isEmpty()) {
            exchange.json(400, HedraView.error("INVALID_ARGUMENT", false));
            return;
        }
        exchange.json(
                201,
                Map.of(
                        "url", handle.get(),
                        "content_type", "application/octet-stream",
                        "expires_at", bench.now().plusSeconds(3600).toString()));
    }

    private void file(Exchange exchange, String name) throws IOException {
        @Nullable Work work = bench.ofFile(name).orElse(null);
        if (work == null || views.isExpired(work)) {
            exchange.json(404, HedraView.error("NOT_FOUND", false));
        } else {
            exchange.bytes(200, "application/octet-stream", bench.media(work));
        }
    }
}
