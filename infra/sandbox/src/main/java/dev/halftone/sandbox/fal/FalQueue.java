package dev.halftone.sandbox.fal;

import dev.halftone.sandbox.http.Exchange;
import dev.halftone.sandbox.http.Handler;
import dev.halftone.sandbox.work.Magic;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Routes of the queue API, its media and its public keys. */
public final class FalQueue implements Handler, AutoCloseable {

    private static final Pattern REQUEST =
            Pattern.compile("([^/]+/[^/]+)/requests/([^/]+?)(/status|/cancel)?");
    private static final String FILES = "files/";
    private static final int REFUSALS_BEFORE_SUCCESS = 2;

    private final String key;
    private final Clock clock;
    private final Duration pace;
    private final FalStore store;
    private final FalReply reply;
    private final FalRunner runner;
    private final WebhookKey webhookKey;
    private final Map<String, Integer> tries = new ConcurrentHashMap<>();
    private final Map<String, Integer> calls = new ConcurrentHashMap<>();
    private final Stalls stalls = new Stalls();

    public FalQueue(URI base, FalAccount account, Path folder, Clock clock, Duration pace)
            throws IOException {
        this.key = account.key();
        this.clock = clock;
        this.pace = pace;
        this.store = new FalStore(folder, clock.instant());
        this.reply = new FalReply(base.toString());
        this.webhookKey = new WebhookKey(folder);
        WebhookSender sender = new WebhookSender(webhookKey, account.userId(), clock);
        this.runner = new FalRunner(store, reply, sender, clock, pace);
        runner.resume();
    }

    /** What was asked of the provider, oldest first. */
    public List<FalRequestView> requests() {
        Instant now = clock.instant();
        return store.all().stream()
                .sorted(Comparator.comparing(FalRequest::submittedAt))
                .map(
                        request ->
                                FalRequestView.of(
                                        request, calls.getOrDefault(request.id(), 0), now))
                .toList();
    }

    @Override
    public void handle(Exchange exchange, String path) throws IOException {
        boolean reads = exchange.method().equals("GET") || exchange.method().equals("HEAD");
        if (reads && path.equals(".well-known/jwks.json")) {
            exchange.with("Cache-Control", "public, max-age=3600").json(200, webhookKey.keys());
        } else if (reads && path.startsWith(FILES)) {
            file(exchange, path.substring(FILES.length()));
        } else if (!authenticated(exchange.header("Authorization"))) {
            unauthenticated(exchange);
        } else {
            queue(exchange, path, reads);
        }
    }

    private static void unauthenticated(Exchange exchange) throws IOException {
        exchange.json(
                401, Map.of("detail", "Authentication is required to access this application"));
    }

    private void queue(Exchange exchange, String path, boolean reads) throws IOException {
        Matcher matcher = REQUEST.matcher(path);
        if (!matcher.matches()) {
            submit(exchange, path);
            return;
        }
        FalRequest request = store.find(matcher.group(2));
        String action = matcher.group(3) == null ? "" : matcher.group(3);
        if (request == null || !request.app().equals(matcher.group(1))) {
            exchange.json(404, Map.of("status", "NOT_FOUND"));
            return;
        }
        calls.merge(request.id(), 1, Integer::sum);
        if (action.equals("/cancel") && exchange.method().equals("PUT")) {
            cancel(exchange, request);
        } else if (action.equals("/status") && reads) {
            status(exchange, request);
        } else if (action.isEmpty() && reads) {
            result(exchange, request);
        } else {
            exchange.json(405, Map.of("detail", "Method Not Allowed"));
        }
    }

    private void submit(Exchange exchange, String endpoint) throws IOException {
        if (!exchange.method().equals("POST")) {
            exchange.json(405, Map.of("detail", "Method Not Allowed"));
            return;
        }
        if (!Submission.isFor(endpoint)) {
            exchange.json(404, Map.of("detail", "Application '" + endpoint + "' not found"));
            return;
        }
        JsonNode body = Submission.body(exchange);
        if (body == null) {
            Map<String, Object> problem =
                    Map.of(
                            "loc", List.of("body"),
                            "msg", "Input should be a valid dictionary",
                            "type", "dict_type");
            exchange.json(422, Map.of("detail", List.of(problem)));
            return;
        }
        Set<Magic> magic = Magic.in(body.path("prompt").asString(""));
        int tried =
                magic.isEmpty() ? 1 : tries.merge(submission(exchange, endpoint), 1, Integer::sum);
        if (refuses(exchange, magic, tried)) {
            return;
        }
        FalRequest request = new Submission(pace).accept(exchange, endpoint, body, clock.instant());
        store.add(request);
        runner.run(request.id());
        if (magic.contains(Magic.LOST) && tried == 1) {
            exchange.cut();
            return;
        }
        exchange.with("x-fal-request-id", request.id())
                .json(200, reply.submitted(request, clock.instant()));
    }

    /** What makes two submissions the same one, tried again. */
    private static String submission(Exchange exchange, String endpoint) {
        return endpoint + exchange.query().or("fal_webhook", "") + exchange.text();
    }

    /** The first two tries of the same submission are turned away, the third gets through. */
    private static boolean refuses(Exchange exchange, Set<Magic> magic, int tried)
            throws IOException {
        if (magic.contains(Magic.KEY_REFUSED)) {
            unauthenticated(exchange);
            return true;
        }
        boolean tooMany = magic.contains(Magic.TOO_MANY);
        if (!(tooMany || magic.contains(Magic.UNAVAILABLE)) || tried > REFUSALS_BEFORE_SUCCESS) {
            return false;
        }
        FalReply.Result refusal =
                tooMany
                        ? FalReply.infrastructure(
                                429, "concurrent_requests_limit", "Too many requests.")
                        : FalReply.infrastructure(
                                503, "runner_scheduling_failure", "No runner is available.");
        if (tooMany) {
            exchange.with("Retry-After", "2");
        }
        exchange.with("X-Fal-Retryable", "true");
        answer(exchange, refusal);
        return true;
    }

    private void status(Exchange exchange, FalRequest request) throws IOException {
        Instant now = clock.instant();
        boolean withLogs = "1".equals(exchange.query().get("logs"));
        boolean ended = request.phase(now) == FalRequest.Phase.COMPLETED;
        exchange.with("x-fal-request-id", request.id())
                .json(ended ? 200 : 202, reply.status(request, now, withLogs));
    }

    private void result(Exchange exchange, FalRequest request) throws IOException {
        exchange.with("x-fal-request-id", request.id());
        if (request.phase(clock.instant()) != FalRequest.Phase.COMPLETED) {
            exchange.json(400, Map.of("detail", "Request is still in progress"));
            return;
        }
        FalReply.Result result = reply.result(request);
        if (result.good()) {
            exchange.with("X-Fal-Billable-Units", Integer.toString(request.images().size()));
        } else {
            exchange.with("X-Fal-Retryable", Boolean.toString(result.httpStatus() >= 500));
        }
        answer(exchange, result);
    }

    private static void answer(Exchange exchange, FalReply.Result result) throws IOException {
        String type = result.errorType();
        if (type != null) {
            exchange.with("X-Fal-Error-Type", type);
        }
        exchange.json(result.httpStatus(), result.body());
    }

    private void cancel(Exchange exchange, FalRequest request) throws IOException {
        Instant now = clock.instant();
        if (request.phase(now) == FalRequest.Phase.COMPLETED) {
            exchange.json(400, Map.of("status", "ALREADY_COMPLETED"));
            return;
        }
        store.update(request.id(), before -> before.cancel(now, pace));
        exchange.json(202, Map.of("status", "CANCELLATION_REQUESTED"));
    }

    private void file(Exchange exchange, String name) throws IOException {
        byte[] content = store.readFile(name, clock.instant());
        if (content == null) {
            exchange.json(404, Map.of("detail", "File not found"));
            return;
        }
        FalRequest request = store.ofFile(name);
        if (request != null) {
            calls.merge(request.id(), 1, Integer::sum);
        }
        boolean stalled = request != null && request.is(Magic.STALLED);
        if (stalled && stalls.holdFirst(name)) {
            exchange.cut();
            return;
        }
        exchange.with("Cache-Control", "public, max-age=3600")
                .bytes(200, FalImage.contentType(name), content);
        stalls.release(name);
    }

    private boolean authenticated(@Nullable String authorization) {
        return authorization != null
                && MessageDigest.isEqual(
                        ("Key " + key).getBytes(StandardCharsets.UTF_8),
                        authorization.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        runner.close();
    }
}
