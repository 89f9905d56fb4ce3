package dev.halftone.local.crash;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.halftone.core.Digest;
import dev.halftone.providers.fal.WebhookSigner;
import dev.halftone.testing.crash.Fault;
import dev.halftone.testing.crash.Lifeline;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javax.imageio.ImageIO;

/**
 * fal.ai on real HTTP, with a clock that a test holds, and OpenAI and Gemini beside it. Its wire is
 * part of the lifeline of the process that calls: one that dies in a call is cut off in it.
 */
final class StubFal implements AutoCloseable {

    static final String USER = "fal-user-1";

    private static final byte[] PICTURE = picture();
    private static final WebhookSigner SIGNER = new WebhookSigner();
    private static final Duration WORK = Duration.ofSeconds(2);
    private static final String APP = "/fal/fal-ai/nano-banana-pro";
    private static final String GEMINI = "/gemini/v1/";
    private static final String OPENAI = "/openai/v1/images/generations";

    /** How its work ends. */
    enum Mood {
        MAKES,
        MODERATES,
        /** Works until somebody asks it to stop. */
        DAWDLES
    }

    /** One order. */
    private static final class Order {
        final int number;
        final String callback;
        final Instant doneAt;
        boolean cancelled;
        boolean calledBack;

        Order(int number, String callback, Instant doneAt) {
            this.number = number;
            this.callback = callback;
            this.doneAt = doneAt;
        }
    }

    /** A callback that is to be made. */
    record Callback(String generation, Map<String, String> headers, String body) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Clock clock;
    private final Mood mood;
    private final Supplier<Lifeline> caller;
    private final List<Order> orders = new ArrayList<>();
    private int made;

    /**
     * Opens for business.
     *
     * @param caller the lifeline of whoever calls now
     */
    StubFal(Clock clock, Mood mood, Supplier<Lifeline> caller) {
        this.clock = clock;
        this.mood = mood;
        this.caller = caller;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.createContext(StubJudge.PATH, StubJudge::judge);
        server.start();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    static String pictureSha256() {
        return Digest.sha256Hex(PICTURE);
    }

    synchronized int ordered() {
        return orders.size() + made;
    }

    /** Callbacks of work that has ended; each is handed out once. */
    synchronized List<Callback> callbacks() {
        List<Callback> due = new ArrayList<>();
        for (Order order : orders) {
            if (!order.calledBack && isDone(order)) {
                order.calledBack = true;
                due.add(callback(order));
            }
        }
        return due;
    }

    private Callback callback(Order order) {
        String body = "{\"request_id\":\"request-%d\",\"status\":\"OK\"}".formatted(order.number);
        String generation = order.callback.substring(order.callback.lastIndexOf('/') + 1);
        return new Callback(
                generation,
                SIGNER.headers(
                        "request-" + order.number,
                        USER,
                        clock.instant(),
                        body.getBytes(StandardCharsets.UTF_8)),
                body);
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            byte[] asked = exchange.getRequestBody().readAllBytes();
            Service.Reply reply =
                    caller.get()
                            .call(
                                    operation(exchange),
                                    () -> answer(exchange, asked),
                                    StubFal::refuse);
            reply.headers.forEach(exchange.getResponseHeaders()::put);
            exchange.sendResponseHeaders(
                    reply.code, reply.body.length == 0 ? -1 : reply.body.length);
            exchange.getResponseBody().write(reply.body);
        } catch (IOException | InternalError _) {
            // Lost, or its caller is dead. Nothing is answered: the exchange closes, and with it
            // the connection.
        }
    }

    private static String operation(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        String last = path.substring(path.lastIndexOf('/') + 1);
        if (path.equals(OPENAI)) {
            return "openai make";
        }
        if (path.startsWith(GEMINI)) {
            return "gemini make";
        }
        return "fal "
                + switch (last) {
                    case "nano-banana-pro" -> "submit";
                    case "status", "cancel", "picture.png", "jwks.json" -> last;
                    default -> "result";
                };
    }

    private static Service.Reply refuse(Fault.Refusal refusal) {
        return switch (refusal) {
            case THROTTLED ->
                    new Service.Reply(429, Map.of("Retry-After", List.of("2")), new byte[0]);
            case BROKEN -> json(500, "{}");
            case CONFLICT -> json(503, "{}");
        };
    }

    private synchronized Service.Reply answer(HttpExchange exchange, byte[] asked) {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/fal/.well-known/jwks.json")) {
            return json(200, "{\"keys\":[" + SIGNER.entry() + "]}");
        }
        if (path.equals("/picture.png")) {
            return new Service.Reply(200, Map.of("Content-Type", List.of("image/png")), PICTURE);
        }
        if (path.equals(OPENAI)) {
            return madeAtOnce();
        }
        if (path.startsWith(GEMINI)) {
            made++;
            return json(
                    200,
                    "{\"candidates\":[{\"finishReason\":\"STOP\",\"content\":{\"parts\":[{\"inlineData\":"
                            + "{\"mimeType\":\"image/png\",\"data\":\"%s\"}}]}}]}"
                                    .formatted(Base64.getEncoder().encodeToString(PICTURE)));
        }
        if (path.equals(APP)) {
            return taken(exchange.getRequestURI().getQuery(), asked);
        }
        Order order = orders.get(Integer.parseInt(path.replaceAll("\\D*(\\d+).*", "$1")));
        if (path.endsWith("/status")) {
            return isDone(order)
                    ? json(200, "{\"status\":\"COMPLETED\"}")
                    : json(
                            202,
                            "{\"status\":\"IN_QUEUE\",\"queue_position\":%d}"
                                    .formatted(
                                            Duration.between(clock.instant(), order.doneAt)
                                                    .toSeconds()));
        }
        if (path.endsWith("/cancel")) {
            order.cancelled = true;
            return json(202, "{\"status\":\"CANCELLATION_REQUESTED\"}");
        }
        return result(order);
    }

    private Service.Reply madeAtOnce() {
        made++;
        return mood == Mood.MODERATES
                ? json(400, "{\"error\":{\"code\":\"moderation_blocked\"}}")
                : json(
                        200,
                        "{\"data\":[{\"b64_json\":\"%s\"}]}"
                                .formatted(Base64.getEncoder().encodeToString(PICTURE)));
    }

    private Service.Reply taken(String query, byte[] asked) {
        if (asked.length == 0) {
            return json(422, "{}");
        }
        String callback =
                URLDecoder.decode(query.substring("fal_webhook=".length()), StandardCharsets.UTF_8);
        Order order = new Order(orders.size(), callback, clock.instant().plus(WORK));
        orders.add(order);
        return json(200, "{\"request_id\":\"request-%d\"}".formatted(order.number));
    }

    private boolean isDone(Order order) {
        boolean worked = !clock.instant().isBefore(order.doneAt);
        return mood == Mood.DAWDLES ? order.cancelled : worked;
    }

    private Service.Reply result(Order order) {
        if (order.cancelled) {
            return json(499, "{\"detail\":\"cancelled\",\"error_type\":\"client_cancelled\"}");
        }
        return mood == Mood.MODERATES
                ? json(422, "{\"detail\":[{\"type\":\"content_policy_violation\"}]}")
                : json(200, "{\"images\":[{\"url\":\"%s/picture.png\"}]}".formatted(base()));
    }

    private static Service.Reply json(int code, String body) {
        return Service.Reply.of(code, "application/json", body);
    }

    private static byte[] picture() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(1376, 768, BufferedImage.TYPE_BYTE_GRAY), "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
