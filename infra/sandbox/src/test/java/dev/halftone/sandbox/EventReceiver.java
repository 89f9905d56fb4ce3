package dev.halftone.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** A webhook that writes down what it is brought, and refuses the first few if told to. */
final class EventReceiver implements AutoCloseable {

    private final HttpServer server;
    private final List<Brought> brought = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();

    EventReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    record Brought(String signature, String body) {
        JsonNode event() {
            return TestSandbox.JSON.readTree(body);
        }
    }

    void refuse(int times) {
        refusals.set(times);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    List<Brought> brought() {
        return List.copyOf(brought);
    }

    List<String> types() {
        return brought.stream().map(each -> each.event().path("type").asString()).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            brought.add(
                    new Brought(
                            exchange.getRequestHeaders().getFirst("Stripe-Signature"),
                            new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            boolean refused = refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
            exchange.sendResponseHeaders(refused ? 500 : 200, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
