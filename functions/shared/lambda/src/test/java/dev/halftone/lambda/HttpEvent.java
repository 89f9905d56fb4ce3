package dev.halftone.lambda;

import dev.halftone.testing.EventFile;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An event of the HTTP gateway, adapted step by step to what a test needs. */
public final class HttpEvent {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final ObjectNode root;

    private HttpEvent(ObjectNode root) {
        this.root = root;
    }

    /** Reads {@code events/<function>/<name>.json}. */
    public static HttpEvent read(String function, String name) {
        return new HttpEvent((ObjectNode) MAPPER.readTree(EventFile.read(function, name).text()));
    }

    /**
     * The names of all requests that one function is sent: what a test says of all holds for the
     * next.
     */
    public static List<String> names(String function) {
        return EventFile.names(function).stream()
                .filter(name -> read(function, name).root.has("routeKey"))
                .toList();
    }

    public HttpEvent header(String name, String value) {
        return change(copy -> ((ObjectNode) copy.get("headers")).put(name, value));
    }

    public HttpEvent withoutHeader(String name) {
        return change(copy -> ((ObjectNode) copy.get("headers")).remove(name));
    }

    /** Replaces every cookie. */
    public HttpEvent cookie(String name, String value) {
        return change(copy -> copy.putArray("cookies").add(name + "=" + value));
    }

    public HttpEvent withoutCookies() {
        return change(copy -> copy.remove("cookies"));
    }

    public HttpEvent pathParameter(String name, String value) {
        return change(copy -> copy.withObject("/pathParameters").put(name, value));
    }

    public HttpEvent query(String raw) {
        return change(copy -> copy.put("rawQueryString", raw));
    }

    public HttpEvent rawPath(String path) {
        return change(copy -> copy.put("rawPath", path));
    }

    public HttpEvent routeKey(String key) {
        return change(copy -> copy.put("routeKey", key));
    }

    public HttpEvent sourceIp(String address) {
        return change(
                copy ->
                        ((ObjectNode) copy.get("requestContext").get("http"))
                                .put("sourceIp", address));
    }

    public HttpEvent body(String text) {
        return change(copy -> copy.put("body", text).put("isBase64Encoded", false));
    }

    /** The body as the gateway passes on what it takes for binary. */
    public HttpEvent base64Body(byte[] bytes) {
        return change(
                copy ->
                        copy.put("body", Base64.getEncoder().encodeToString(bytes))
                                .put("isBase64Encoded", true));
    }

    /** Sets one field of a JSON body. */
    public HttpEvent bodyField(String field, Object value) {
        return change(
                copy -> {
                    ObjectNode body = (ObjectNode) MAPPER.readTree(copy.get("body").asString());
                    body.putPOJO(field, value);
                    copy.put("body", MAPPER.writeValueAsString(body));
                });
    }

    public HttpEvent withoutBodyField(String field) {
        return change(
                copy -> {
                    ObjectNode body = (ObjectNode) MAPPER.readTree(copy.get("body").asString());
                    body.remove(field);
                    copy.put("body", MAPPER.writeValueAsString(body));
                });
    }

    String routeKey() {
        return root.path("routeKey").asString("");
    }

    public byte[] bytes() {
        return MAPPER.writeValueAsString(root).getBytes(StandardCharsets.UTF_8);
    }

    private HttpEvent change(Consumer<ObjectNode> change) {
        ObjectNode copy = root.deepCopy();
        change.accept(copy);
        return new HttpEvent(copy);
    }
}
