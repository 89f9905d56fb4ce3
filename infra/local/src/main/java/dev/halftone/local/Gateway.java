package dev.halftone.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/**
 * The HTTP API: turns requests into events and answers into responses, with the limits of the real
 * one. It binds at once, so that a taken port is known before anything else starts, and answers
 * when it is opened.
 */
final class Gateway implements AutoCloseable {
    static final int BODY_BYTES_MAX = 10 * 1024 * 1024;
    static final int HEAD_BYTES_MAX = 10_240;
    static final Duration INTEGRATION_TIMEOUT = Duration.ofSeconds(30);

    private static final Set<String> HEADERS_OF_THE_CONNECTION =
            Set.of("connection", "content-length", "date", "transfer-encoding");
    private static final int NO_BODY = -1;

    private final List<HttpServer> servers;
    private final Duration integrationTimeout;
    private final JsonMapper json = JsonMapper.shared();
    private final HttpEvent events =
            new HttpEvent(json, Clock.systemUTC(), () -> UUID.randomUUID().toString());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private boolean opened;

    private Gateway(List<HttpServer> servers, Duration integrationTimeout) {
        this.servers = servers;
        this.integrationTimeout = integrationTimeout;
    }

    static Gateway bind(int port) throws IOException {
        return bind(port, INTEGRATION_TIMEOUT);
    }

    static Gateway bind(int port, Duration integrationTimeout) throws IOException {
        // Without this each answer waits for the client's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        List<HttpServer> servers = new ArrayList<>();
        try {
            for (InetSocketAddress address : LocalPorts.loopbacks(port)) {
                servers.add(HttpServer.create(address, 0));
            }
        } catch (IOException e) {
            servers.forEach(server -> server.stop(0));
            throw LocalPorts.taken(port, e);
        }
        return new Gateway(servers, integrationTimeout);
    }

    void open(Routes routes) {
        opened = true;
        for (HttpServer server : servers) {
            server.setExecutor(threads);
            server.createContext("/", exchange -> answer(exchange, routes));
            server.start();
        }
    }

    URI address() {
        return URI.create("http://localhost:" + servers.getFirst().getAddress().getPort());
    }

    @Override
    public void close() {
        for (HttpServer server : servers) {
            if (!opened) {
                // A server that never started keeps its port when it is stopped.
                server.start();
            }
            server.stop(0);
        }
        opened = true;
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange, Routes routes) throws IOException {
        try (exchange) {
            HttpCall call = HttpCall.of(exchange, BODY_BYTES_MAX);
            send(exchange, answer(call, routes));
        }
    }

    private HttpAnswer answer(HttpCall call, Routes routes) {
        if (call.headBytes() > HEAD_BYTES_MAX) {
            return HttpAnswer.message(431, "Request Header Fields Too Large");
        }
        if (call.body().remaining() > BODY_BYTES_MAX) {
            return HttpAnswer.message(413, "Request Entity Too Large");
        }
        Routes.Match match = routes.find(call.method(), call.rawPath());
        if (match == null) {
            return HttpAnswer.message(404, "Not Found");
        }
        HostedFunction function = match.route().function();
        return switch (function.invoke(events.write(call, match), integrationTimeout)) {
            case InvokeOutcome.Answered(String payload) -> HttpAnswer.read(payload, json);
            case InvokeOutcome.Failed _ -> HttpAnswer.internalError();
            case InvokeOutcome.TimedOut _ -> HttpAnswer.message(503, "Service Unavailable");
        };
    }

    private static void send(HttpExchange exchange, HttpAnswer answer) throws IOException {
        answer.headers()
                .forEach(
                        (name, values) -> {
                            if (!HEADERS_OF_THE_CONNECTION.contains(
                                    name.toLowerCase(Locale.ROOT))) {
                                exchange.getResponseHeaders().put(name, values);
                            }
                        });
        byte[] body = new byte[answer.body().remaining()];
        answer.body().duplicate().get(body);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? NO_BODY : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
