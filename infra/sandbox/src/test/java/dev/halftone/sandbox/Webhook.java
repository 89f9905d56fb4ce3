package dev.halftone.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The product's webhook as far as a signature goes: 401 without a good one. */
final class Webhook implements AutoCloseable {
    static final String PATH = "/v1/webhooks/stripe";

    private final HttpServer server;
    private volatile int status = 200;

    Webhook(String secret) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> take(exchange, secret));
        server.start();
    }

    /** From now on it answers nothing but this. */
    void answer(int other) {
        status = other;
    }

    URI origin() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    URI address() {
        return origin().resolve(PATH);
    }

    private void take(HttpExchange exchange, String secret) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            String header = exchange.getRequestHeaders().getFirst("Stripe-Signature");
            int answer = status;
            if (answer == 200 && (header == null || !isSigned(header, body, secret))) {
                answer = 401;
            }
            exchange.sendResponseHeaders(answer, -1);
        }
    }

    private static boolean isSigned(String header, String body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            String at = header.substring("t=".length(), header.indexOf(','));
            byte[] signature = mac.doFinal((at + "." + body).getBytes(UTF_8));
            return header.contains(",v1=" + HexFormat.of().formatHex(signature));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
