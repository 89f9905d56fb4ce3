package dev.halftone.packaged;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Where the public address leads to: it keeps what the model provider sends there. */
final class Callbacks implements AutoCloseable {
    private static final Duration ARRIVES_WITHIN = Duration.ofSeconds(30);

    private final HttpServer server;
    private final BlockingQueue<Callback> received = new LinkedBlockingQueue<>();

    /** One request, byte for byte. */
    record Callback(String path, Headers headers, String body) {}

    private Callbacks(HttpServer server) {
        this.server = server;
    }

    static Callbacks start() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Callbacks callbacks = new Callbacks(server);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", callbacks::handle);
        server.start();
        return callbacks;
    }

    /** Sign-in and cookies are bound to this name. */
    URI publicUrl() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    Callback next() {
        try {
            Callback callback = received.poll(ARRIVES_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            if (callback == null) {
                throw new IllegalStateException("No callback within " + ARRIVES_WITHIN);
            }
            return callback;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(
                    new Callback(
                            exchange.getRequestURI().getPath(),
                            exchange.getRequestHeaders(),
                            body));
            exchange.sendResponseHeaders(200, -1);
        }
    }
}
