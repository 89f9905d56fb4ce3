package dev.halftone.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** Hands each request to the handler of its first path segment, on a virtual thread of its own. */
public final class Server implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("dev.halftone.sandbox");

    /** A page on another site must not reach us by giving its own name our address. */
    private static final Pattern LOOPBACK_HOST =
            Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d{1,5})?");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public Server(InetSocketAddress address) throws IOException {
        if (!address.getAddress().isLoopbackAddress()) {
            throw new IllegalArgumentException("The sandbox binds loopback only, not " + address);
        }
        this.server = HttpServer.create(address, 0);
        server.setExecutor(threads);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** The handler under the empty name answers what no other name matches. */
    public void start(Map<String, Handler> handlers) {
        Map<String, Handler> routes = Map.copyOf(handlers);
        server.createContext("/", exchange -> answer(exchange, routes));
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void answer(HttpExchange exchange, Map<String, Handler> routes) {
        try {
            String host = exchange.getRequestHeaders().getFirst("Host");
            byte[] body = exchange.getRequestBody().readNBytes(Exchange.BODY_BYTES_MAX + 1);
            if (host == null || !LOOPBACK_HOST.matcher(host).matches()) {
                refuse(exchange, 421);
            } else if (body.length > Exchange.BODY_BYTES_MAX) {
                refuse(exchange, 413);
            } else {
                route(exchange, body, routes);
            }
        } catch (IOException gone) {
            LOG.log(System.Logger.Level.DEBUG, "client left", gone);
            exchange.close();
        } catch (RuntimeException bug) {
            LOG.log(System.Logger.Level.ERROR, "request failed", bug);
            refuse(exchange, 500);
        }
    }

    private static void route(HttpExchange exchange, byte[] body, Map<String, Handler> routes)
            throws IOException {
        Exchange wrapped;
        try {
            wrapped = new Exchange(exchange, body);
        } catch (IllegalArgumentException malformed) {
            refuse(exchange, 400);
            return;
        }
        String path = exchange.getRequestURI().getRawPath();
        String[] parts = path.substring(1).split("/", 2);
        Handler handler = routes.get(parts[0]);
        if (handler != null && !parts[0].isEmpty()) {
            handler.handle(wrapped, parts.length > 1 ? parts[1] : "");
        } else {
            routes.getOrDefault("", (missing, _) -> missing.html(404, "Not found"))
                    .handle(wrapped, path.substring(1));
        }
    }

    private static void refuse(HttpExchange exchange, int status) {
        try (exchange) {
            exchange.sendResponseHeaders(status, -1);
        } catch (IOException gone) {
            LOG.log(System.Logger.Level.DEBUG, "client left", gone);
        }
    }
}
