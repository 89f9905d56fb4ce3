package dev.halftone.local.crash;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.halftone.core.Digest;
import dev.halftone.testing.crash.Fault;
import dev.halftone.testing.crash.Lifeline;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * GMI Cloud on real HTTP. It takes every order, its first answer is lost, and nobody is called
 * back: only its list tells what it has.
 */
final class StubGmi implements AutoCloseable {

    private static final byte[] PICTURE = picture();
    private static final String REQUESTS = "/requests";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Clock clock;
    private final boolean forgetful;
    private final Supplier<Lifeline> caller;
    private final List<String> orders = new ArrayList<>();

    /**
     * Opens for business.
     *
     * @param forgetful whether its list shows nothing
     * @param caller the lifeline of whoever calls now
     */
    StubGmi(Clock clock, boolean forgetful, Supplier<Lifeline> caller) {
        this.clock = clock;
        this.forgetful = forgetful;
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
        server.start();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    static String pictureSha256() {
        return Digest.sha256Hex(PICTURE);
    }

    synchronized int ordered() {
        return orders.size();
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            byte[] asked = exchange.getRequestBody().readAllBytes();
            String operation = operation(exchange);
            Service.Reply reply =
                    caller.get().call(operation, () -> answer(exchange, asked), StubGmi::refuse);
            if (operation.equals("gmi submit") && ordered() == 1) {
                return; // Nothing is answered: the exchange closes, and with it the connection.
            }
            reply.headers.forEach(exchange.getResponseHeaders()::put);
            exchange.sendResponseHeaders(reply.code, reply.body.length);
            exchange.getResponseBody().write(reply.body);
        } catch (IOException | InternalError _) {
            // Lost, or its caller is dead.
        }
    }

    private static String operation(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        if (path.equals(REQUESTS)) {
            return exchange.getRequestMethod().equals("POST") ? "gmi submit" : "gmi list";
        }
        return path.endsWith(".png") ? "gmi picture.png" : "gmi request";
    }

    private static Service.Reply refuse(Fault.Refusal refusal) {
        return switch (refusal) {
            case THROTTLED -> json(429, "{\"error\":\"rate limit exceeded(RPM)\"}");
            case BROKEN -> json(500, "{}");
            case CONFLICT -> json(503, "{}");
        };
    }

    private synchronized Service.Reply answer(HttpExchange exchange, byte[] asked) {
        return switch (operation(exchange)) {
            case "gmi submit" -> {
                JsonNode payload = JsonMapper.shared().readTree(asked).path("payload");
                orders.add(
                        "{\"request_id\":\"request-%d\",\"created_at\":%d,\"payload\":%s}"
                                .formatted(
                                        orders.size(), clock.instant().getEpochSecond(), payload));
                yield json(200, "{\"request_id\":\"request-%d\"}".formatted(orders.size() - 1));
            }
            case "gmi list" ->
                    json(
                            200,
                            "{\"requests\":[%s]}"
                                    .formatted(forgetful ? "" : String.join(",", orders)));
            case "gmi picture.png" ->
                    new Service.Reply(200, Map.of("Content-Type", List.of("image/png")), PICTURE);
            default ->
                    json(
                            200,
                            "{\"status\":\"success\",\"outcome\":{\"media_urls\":[\"%s/picture.png\"]}}"
                                    .formatted(base()));
        };
    }

    private static Service.Reply json(int code, String body) {
        return Service.Reply.of(code, "application/json", body);
    }

    private static byte[] picture() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(2560, 1440, BufferedImage.TYPE_BYTE_GRAY), "png", file);
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
