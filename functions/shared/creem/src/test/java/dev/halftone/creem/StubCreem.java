package dev.halftone.creem;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.halftone.core.SecretText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers as a test says, by path and query; nothing else is found. */
final class StubCreem implements AutoCloseable {

    static final String KEY = "creem_test_key";
    static final String SECRET = "whsec_c2VjcmV0LW9mLXRoZS10ZXN0";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger cuts = new AtomicInteger();

    private record Answer(int code, String body) {}

    record Asked(String target, String key, String body) {}

    StubCreem() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    StubCreem on(String target, String body) {
        return on(target, 200, body);
    }

    StubCreem on(String target, int code, String body) {
        answers.put(target, new Answer(code, body));
        return this;
    }

    /** So many of the next calls end without an answer. */
    void cut(int calls) {
        cuts.set(calls);
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    CreemSetting setting(Clock clock) {
        return setting(clock, KEY, SECRET);
    }

    CreemSetting setting(Clock clock, String key, String secrets) {
        return new CreemSetting(
                base(), () -> new SecretText(key), () -> new SecretText(secrets), clock);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(
                    new Asked(
                            exchange.getRequestURI().toString(),
                            exchange.getRequestHeaders().getFirst("x-api-key"),
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8)));
            if (cuts.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                return;
            }
            Answer answer =
                    answers.getOrDefault(
                            exchange.getRequestURI().toString(), new Answer(404, "{}"));
            if (answer.code() == 0) {
                closing.await();
                return;
            }
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.code(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
