package dev.halftone.providers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A server on this machine that answers as a test says, and remembers what it was asked. */
public final class ScriptedServer implements AutoCloseable {

    private static final Duration DRIP = Duration.ofMillis(50);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<String, Deque<Answer>> script = new HashMap<>();
    private final List<Call> calls = new ArrayList<>();
    private Answer otherwise = Answer.of(418, "{\"detail\":\"the test has no answer to this\"}");

    /** How an answer ends. */
    public enum Ending {
        WHOLE,
        CUT_BEFORE_ANSWER,
        CUT_WITHIN_BODY,
        ENDLESS_BODY,
        /** A byte now and then. */
        DRIPPING,
        NEVER
    }

    /** What to answer. */
    public record Answer(int code, Map<String, String> headers, String body, Ending ending) {

        public static Answer of(int code, String body) {
            return new Answer(code, Map.of(), body, Ending.WHOLE);
        }

        public static Answer ending(Ending ending, String body) {
            return new Answer(200, Map.of(), body, ending);
        }

        public Answer with(String header, String value) {
            Map<String, String> all = new HashMap<>(headers);
            all.put(header, value);
            return new Answer(code, all, body, ending);
        }
    }

    /**
     * What was asked.
     *
     * @param headers by lower-case name
     */
    public record Call(
            String method,
            String path,
            @Nullable String query,
            Map<String, String> headers,
            String body) {

        /** A header that must be there. */
        public String header(String name) {
            return Objects.requireNonNull(headers.get(name), name);
        }
    }

    public ScriptedServer() {
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

    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Answers such calls in this order; the last answer repeats. */
    public void on(String method, String path, Answer... answers) {
        synchronized (script) {
            script.put(method + " " + path, new ArrayDeque<>(List.of(answers)));
        }
    }

    /** Answers so what no other answer is for. */
    public void otherwise(Answer answer) {
        synchronized (script) {
            otherwise = answer;
        }
    }

    public List<Call> calls() {
        synchronized (script) {
            return List.copyOf(calls);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach(
                        (name, values) ->
                                headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Answer answer;
        synchronized (script) {
            calls.add(
                    new Call(
                            exchange.getRequestMethod(),
                            path,
                            exchange.getRequestURI().getRawQuery(),
                            Map.copyOf(headers),
                            body));
            answer = next(exchange.getRequestMethod() + " " + path);
        }
        answer(exchange, answer);
    }

    private Answer next(String call) {
        Deque<Answer> answers = script.get(call);
        if (answers == null) {
            return otherwise;
        }
        return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
    }

    private void answer(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            switch (answer.ending()) {
                case WHOLE -> send(exchange, answer, body, body.length);
                case CUT_WITHIN_BODY -> send(exchange, answer, body, body.length + 100);
                case ENDLESS_BODY -> sendForever(exchange, answer, body);
                case DRIPPING -> drip(exchange, answer, body);
                case CUT_BEFORE_ANSWER -> {}
                case NEVER -> closing.await();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, Answer answer, byte[] body, long announced)
            throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.code(), announced == 0 ? -1 : announced);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
            exchange.getResponseBody().flush();
        }
    }

    private static void sendForever(HttpExchange exchange, Answer answer, byte[] body)
            throws IOException {
        // Zero announces no length.
        exchange.sendResponseHeaders(answer.code(), 0);
        // Ends when the client hangs up.
        while (true) {
            exchange.getResponseBody().write(body);
        }
    }

    private void drip(HttpExchange exchange, Answer answer, byte[] body)
            throws IOException, InterruptedException {
        exchange.sendResponseHeaders(answer.code(), 0);
        for (byte octet : body) {
            exchange.getResponseBody().write(octet);
            exchange.getResponseBody().flush();
            if (closing.await(DRIP.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
