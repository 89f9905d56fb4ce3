package dev.halftone.local.journey;

import dev.halftone.testing.EventFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One operation, who may call it by the API's description, and a call of it that is well-formed.
 *
 * @param optional whether those who show nothing are answered too
 * @param scope that a token needs; empty where no token does
 * @param envelope an event of its route
 */
record AccessRow(
        String method,
        String path,
        Caller caller,
        boolean optional,
        String scope,
        String limit,
        JsonNode envelope) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** Whom an operation is for. */
    enum Caller {
        EVERYBODY,
        PROVIDER,
        PERSON
    }

    /** Every operation that is described; one without an envelope has none to be called with. */
    static List<AccessRow> all() {
        Map<String, JsonNode> envelopes = envelopes();
        List<AccessRow> rows = new ArrayList<>();
        described()
                .get("paths")
                .forEachEntry(
                        (path, item) ->
                                item.forEachEntry(
                                        (method, operation) -> {
                                            if (METHODS.contains(method)) {
                                                rows.add(row(method, path, operation, envelopes));
                                            }
                                        }));
        return rows;
    }

    private static AccessRow row(
            String method, String path, JsonNode operation, Map<String, JsonNode> envelopes) {
        String key = method.toUpperCase(Locale.ROOT) + " " + path;
        JsonNode envelope = envelopes.get(key);
        if (envelope == null || !operation.has("security")) {
            throw new AssertionError("Nobody said who may call " + key + ", or how");
        }
        JsonNode security = operation.get("security");
        boolean optional = false;
        String scope = "";
        Caller caller = Caller.EVERYBODY;
        for (JsonNode each : security) {
            optional |= each.isEmpty();
            scope = each.has("token") ? each.at("/token/0").asString() : scope;
            if (!each.isEmpty()) {
                caller = each.has("signature") ? Caller.PROVIDER : Caller.PERSON;
            }
        }
        return new AccessRow(
                method.toUpperCase(Locale.ROOT),
                path,
                caller,
                optional,
                scope,
                operation.path("x-rate-limit").asString(),
                envelope);
    }

    private static JsonNode described() {
        try (InputStream file = AccessRow.class.getResourceAsStream("/api/openapi.json")) {
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, JsonNode> envelopes() {
        Map<String, JsonNode> envelopes = new HashMap<>();
        for (String function :
                List.of(
                        "checkout",
                        "generation-submit",
                        "payment-webhook",
                        "provider-webhook",
                        "sign-in",
                        "site",
                        "studio",
                        "uploads")) {
            for (String name : EventFile.names(function)) {
                JsonNode event = JSON.readTree(EventFile.read(function, name).text());
                envelopes.putIfAbsent(event.path("routeKey").asString(""), event);
            }
        }
        return envelopes;
    }

    boolean isSafe() {
        return method.equals("GET");
    }

    boolean namesSomething() {
        return path.contains("{");
    }

    String body() {
        return envelope.path("body").asString("");
    }

    /** A header of the envelope; empty if it has none of that name. */
    String header(String name) {
        return envelope.path("headers").path(name).asString("");
    }

    String query() {
        return envelope.path("rawQueryString").asString("");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
