package dev.halftone.packaged;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Lambda's Runtime API for one process: hands out events, takes answers, and lets a process that
 * has reached its snapshot wait until it is restored.
 */
final class RuntimeHost implements AutoCloseable {
    private static final String BASE = "/2018-06-01/runtime/";
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final HttpServer server;
    private final BlockingQueue<Invoked> waiting = new LinkedBlockingQueue<>();
    private final Map<String, CompletableFuture<String>> underWay = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> snapshot = new CompletableFuture<>();
    private final CompletableFuture<Void> restored = new CompletableFuture<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();

    private record Invoked(String requestId, String event) {}

    private RuntimeHost(HttpServer server) {
        this.server = server;
    }

    static RuntimeHost start() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        RuntimeHost host = new RuntimeHost(server);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(BASE, host::handle);
        server.start();
        return host;
    }

    String address() {
        return server.getAddress().getHostString() + ":" + server.getAddress().getPort();
    }

    /** Completes when the process has run its hooks and could be frozen. */
    CompletableFuture<Void> snapshot() {
        return snapshot;
    }

    /** Lets the process go on from its snapshot; completes when it asks for an event. */
    CompletableFuture<Void> restore() {
        restored.complete(null);
        return ready;
    }

    /** What the function answers; a failure carries the error document. */
    CompletableFuture<String> invoke(String event) {
        String requestId = UUID.randomUUID().toString();
        CompletableFuture<String> answer = new CompletableFuture<>();
        underWay.put(requestId, answer);
        waiting.add(new Invoked(requestId, event));
        return answer;
    }

    /** The process has ended, or said that it cannot go on: nobody need wait for it any more. */
    void fail(String why) {
        FunctionFailed failure = new FunctionFailed(why);
        snapshot.completeExceptionally(failure);
        ready.completeExceptionally(failure);
        underWay.values().forEach(answer -> answer.completeExceptionally(failure));
    }

    @Override
    public void close() {
        restored.cancel(true);
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(BASE.length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        switch (path) {
            case "invocation/next" -> next(exchange);
            case "restore/next" -> {
                snapshot.complete(null);
                restored.join();
                answer(exchange, 200, new byte[0]);
            }
            case "init/error", "restore/error" -> {
                fail(path + ": " + body);
                answer(exchange, 202, new byte[0]);
            }
            default -> end(exchange, path, body);
        }
    }

    private void next(HttpExchange exchange) throws IOException {
        ready.complete(null);
        try {
            Invoked invoked = waiting.take();
            exchange.getResponseHeaders().add("Lambda-Runtime-Aws-Request-Id", invoked.requestId());
            exchange.getResponseHeaders()
                    .add(
                            "Lambda-Runtime-Deadline-Ms",
                            Long.toString(Instant.now().plus(DEADLINE).toEpochMilli()));
            exchange.getResponseHeaders()
                    .add(
                            "Lambda-Runtime-Invoked-Function-Arn",
                            "arn:aws:lambda:us-east-1:000000000000:function:packaged:live");
            // Without it the runtime's native client reads a null pointer.
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            answer(exchange, 200, invoked.event().getBytes(StandardCharsets.UTF_8));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** {@code invocation/<request>/response} or {@code invocation/<request>/error}. */
    private void end(HttpExchange exchange, String path, String body) throws IOException {
        String[] parts = path.split("/", -1);
        CompletableFuture<String> answer = Objects.requireNonNull(underWay.remove(parts[1]));
        if (parts[2].equals("response")) {
            answer.complete(body);
        } else {
            answer.completeExceptionally(new FunctionFailed(body));
        }
        answer(exchange, 202, new byte[0]);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
