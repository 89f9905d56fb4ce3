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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Luma's Dream Machine on real HTTP. It keeps what it was told and made until it is deleted. */
final class StubDreamMachine implements AutoCloseable {

    private static final byte[] PICTURE = picture();
    private static final String GENERATIONS = "/generations";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final boolean hoards;
    private final Supplier<Lifeline> caller;
    private final Map<String, JsonNode> held = new LinkedHashMap<>();
    private int ordered;

    /**
     * Opens for business.
     *
     * @param hoards whether it says that it deletes, and keeps everything
     * @param caller the lifeline of whoever calls now
     */
    StubDreamMachine(boolean hoards, Supplier<Lifeline> caller) {
        this.hoards = hoards;
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
        return ordered;
    }

    /** How many orders of ours it still has, each with its result. */
    synchronized int held() {
        return held.size();
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            byte[] asked = exchange.getRequestBody().readAllBytes();
            Service.Reply reply =
                    caller.get()
                            .call(
                                    operation(exchange),
                                    () -> answer(exchange, asked),
                                    StubDreamMachine::refuse);
            reply.headers.forEach(exchange.getResponseHeaders()::put);
            exchange.sendResponseHeaders(reply.code, reply.code == 204 ? -1 : reply.body.length);
            if (reply.code != 204) {
                exchange.getResponseBody().write(reply.body);
            }
        } catch (IOException | InternalError _) {
            // Lost, or its caller is dead.
        }
    }

    private static String operation(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        return switch (exchange.getRequestMethod()) {
            case "POST" -> "dream submit";
            case "DELETE" -> "dream delete";
            default ->
                    path.endsWith(".png")
                            ? "dream picture.png"
                            : path.equals(GENERATIONS) ? "dream list" : "dream generation";
        };
    }

    private static Service.Reply refuse(Fault.Refusal refusal) {
        return switch (refusal) {
            case THROTTLED -> json(429, "{\"detail\":\"Rate limit exceeded\"}");
            case BROKEN -> json(500, "{}");
            case CONFLICT -> json(503, "{}");
        };
    }

    private synchronized Service.Reply answer(HttpExchange exchange, byte[] asked) {
        String path = exchange.getRequestURI().getPath();
        String id = path.substring(path.lastIndexOf('/') + 1).replace(".png", "");
        return switch (operation(exchange)) {
            case "dream submit" -> {
                String fresh = "work-" + ordered++;
                held.put(fresh, JsonMapper.shared().readTree(asked));
                yield json(201, "{\"id\":\"%s\",\"state\":\"queued\"}".formatted(fresh));
            }
            case "dream delete" -> delete(id);
            case "dream list" -> json(200, list());
            case "dream picture.png" ->
                    held.containsKey(id)
                            ? new Service.Reply(
                                    200, Map.of("Content-Type", List.of("image/png")), PICTURE)
                            : json(404, "{}");
            default ->
                    held.containsKey(id)
                            ? json(200, done(id))
                            : json(404, "{\"detail\":\"Generation not found\"}");
        };
    }

    private Service.Reply delete(String id) {
        boolean known = hoards ? held.containsKey(id) : held.remove(id) != null;
        return known ? Service.Reply.of(204, "application/json", "") : json(404, "{}");
    }

    private String list() {
        List<String> all =
                held.entrySet().stream()
                        .map(
                                each ->
                                        "{\"id\":\"%s\",\"request\":%s}"
                                                .formatted(each.getKey(), each.getValue()))
                        .toList();
        return "{\"has_more\":false,\"generations\":[%s]}".formatted(String.join(",", all));
    }

    private String done(String id) {
        return "{\"id\":\"%s\",\"state\":\"completed\",\"assets\":{\"image\":\"%s/%s.png\"}}"
                .formatted(id, base(), id);
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
