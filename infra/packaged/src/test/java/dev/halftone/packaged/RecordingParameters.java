package dev.halftone.packaged;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A parameter store whose values can be rotated, and that remembers what was asked of it. */
final class RecordingParameters implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String MAIL = "/v2/email/";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Map<String, String> values;
    private HttpServer server;

    private RecordingParameters(Map<String, String> values) throws IOException {
        this.values = Map.copyOf(values);
        this.server = listen(0);
    }

    static RecordingParameters start(Map<String, String> values) throws IOException {
        return new RecordingParameters(values);
    }

    private HttpServer listen(int port) throws IOException {
        HttpServer listening =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        listening.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        listening.createContext("/", this::handle);
        listening.start();
        return listening;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Other values from now on; and every connection that was open to it is dead. */
    void rotate(Map<String, String> fresh) throws IOException {
        int port = server.getAddress().getPort();
        server.stop(0);
        values = Map.copyOf(fresh);
        server = listen(port);
    }

    /** Every name that was asked for, in order. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        JsonNode input = JSON.readTree(exchange.getRequestBody().readAllBytes());
        if (exchange.getRequestURI().getPath().startsWith(MAIL)) {
            takeLetter(exchange, input.has("Destination"));
            return;
        }
        input.path("Names").forEach(name -> asked.add(name.asString()));
        String name = input.path("Name").asString("");
        if (!name.isEmpty()) {
            asked.add(name);
        }
        String value = values.get(name);
        byte[] answer =
                JSON.writeValueAsBytes(
                        value == null
                                ? Map.of("__type", "ParameterNotFound")
                                : Map.of("Parameter", Map.of("Name", name, "Value", value)));
        try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(value == null ? 400 : 200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    /** Mail goes the same way; what is without a reader is refused. */
    private static void takeLetter(HttpExchange exchange, boolean hasReader) throws IOException {
        byte[] answer = JSON.writeValueAsBytes(Map.of("MessageId", "1"));
        try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(hasReader ? 200 : 400, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }
}
