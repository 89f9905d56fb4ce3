package dev.halftone.local.datamap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Every HTTP request that leaves this JVM, whichever client sends it: as the JVM's proxy it is
 * asked about each, passes it on, and keeps a copy. Requests to ports of this machine that belong
 * to others, such as another test's studio, go their own way.
 */
final class Outbound extends ProxySelector implements AutoCloseable {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(60);
    private static final int NO_ANSWER = 0;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final String SOCKET = "socket";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    // About one connection, not about the message; and what the client would not let be set.
    private static final Set<String> OF_THE_CONNECTION =
            Set.of(
                    "connection",
                    "content-length",
                    "expect",
                    "host",
                    "http2-settings",
                    "proxy-connection",
                    "transfer-encoding",
                    "upgrade");

    private final ProxySelector before = ProxySelector.getDefault();
    private final Set<Integer> ports;
    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Call> calls = new ArrayList<>();

    private Outbound(Set<Integer> ports, HttpServer server) {
        this.ports = Set.copyOf(ports);
        this.server = server;
    }

    /** Watches what goes to these ports of this machine, and everything that leaves it. */
    static Outbound begin(Set<Integer> ports) {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Outbound outbound = new Outbound(ports, server);
            server.setExecutor(outbound.threads);
            server.createContext("/", outbound::pass);
            server.start();
            ProxySelector.setDefault(outbound);
            return outbound;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was seen since the last time. */
    synchronized List<Call> drain() {
        List<Call> drained = List.copyOf(calls);
        calls.clear();
        return drained;
    }

    @Override
    public List<Proxy> select(URI uri) {
        boolean here = uri.getHost() != null && LOOPBACK.contains(uri.getHost());
        if (here && !ports.contains(uri.getPort())) {
            return List.of(Proxy.NO_PROXY);
        }
        if (here && SOCKET.equals(uri.getScheme())) {
            // A client that asks for no proxy; the site itself tells what it was asked.
            return List.of(Proxy.NO_PROXY);
        }
        if (!"http".equals(uri.getScheme())) {
            // It could not be read on its way, and nothing on one machine needs it.
            keep(new Call("CONNECT", uri, Map.of(), NOTHING, NO_ANSWER, NOTHING));
        }
        return List.of(new Proxy(Proxy.Type.HTTP, server.getAddress()));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // Whoever asked hears of it.
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Optional<HttpResponse<byte[]>> answer = answer(exchange, body);
            keep(
                    new Call(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI(),
                            Call.lowerCase(exchange.getRequestHeaders()),
                            ByteBuffer.wrap(body),
                            answer.map(HttpResponse::statusCode).orElse(NO_ANSWER),
                            answer.map(HttpResponse::body).map(ByteBuffer::wrap).orElse(NOTHING)));
            // Without an answer the connection is cut here as it was there.
            if (answer.isPresent()) {
                handOn(answer.get(), exchange);
            }
        }
    }

    private static void handOn(HttpResponse<byte[]> answer, HttpExchange exchange)
            throws IOException {
        answer.headers()
                .map()
                .forEach(
                        (name, values) -> {
                            if (!isOfTheConnection(name)) {
                                exchange.getResponseHeaders().put(name, values);
                            }
                        });
        byte[] body = answer.body();
        exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private Optional<HttpResponse<byte[]>> answer(HttpExchange exchange, byte[] body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(exchange.getRequestURI())
                        .timeout(ANSWER_MAX)
                        .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders()
                .forEach(
                        (name, values) -> {
                            if (!isOfTheConnection(name)) {
                                values.forEach(value -> request.header(name, value));
                            }
                        });
        try {
            return Optional.of(client.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private synchronized void keep(Call call) {
        calls.add(call);
    }

    private static boolean isOfTheConnection(String name) {
        return OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public void close() {
        ProxySelector.setDefault(before);
        server.stop(0);
        threads.shutdownNow();
        client.shutdownNow();
    }
}
