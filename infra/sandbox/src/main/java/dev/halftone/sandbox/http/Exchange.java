package dev.halftone.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One request and the ways to answer it. */
public final class Exchange {

    /** Far above any prompt or form, far below what could hurt. */
    static final int BODY_BYTES_MAX = 1 << 20;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpExchange exchange;
    private final Params query;
    private final byte[] body;

    Exchange(HttpExchange exchange, byte[] body) {
        this.exchange = exchange;
        this.query = Params.parse(exchange.getRequestURI().getRawQuery());
        this.body = body;
    }

    public String method() {
        return exchange.getRequestMethod();
    }

    public Params query() {
        return query;
    }

    public Params form() {
        return Params.parse(text());
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public byte[] body() {
        return body.clone();
    }

    public @Nullable String header(String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }

    /** Whether the body is declared to be of this media type, whatever its parameters. */
    public boolean hasType(String mediaType) {
        String declared = header("Content-Type");
        return declared != null && declared.split(";", 2)[0].strip().equalsIgnoreCase(mediaType);
    }

    public Exchange with(String header, String value) {
        exchange.getResponseHeaders().set(header, value);
        return this;
    }

    public void json(int status, Object content) throws IOException {
        bytes(status, "application/json", JSON.writeValueAsBytes(content));
    }

    public void html(int status, String page) throws IOException {
        bytes(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    public void redirect(String location) throws IOException {
        with("Location", location);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    public void bytes(int status, String type, byte[] content) throws IOException {
        with("Content-Type", type).with("X-Content-Type-Options", "nosniff");
        boolean empty = content.length == 0 || method().equals("HEAD");
        exchange.sendResponseHeaders(status, empty ? -1 : content.length);
        if (!empty) {
            exchange.getResponseBody().write(content);
        }
        exchange.close();
    }

    /** Ends the connection without an answer, as a broken line would. */
    public void cut() {
        exchange.close();
    }
}
