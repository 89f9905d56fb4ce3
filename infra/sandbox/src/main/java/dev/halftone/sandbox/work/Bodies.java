package dev.halftone.sandbox.work;

import dev.halftone.sandbox.http.Exchange;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what callers send. */
public final class Bodies {

    private Bodies() {}

    /** The body as an object, or nothing. */
    public static Optional<JsonNode> object(Exchange exchange) {
        try {
            return Optional.of(JsonMapper.shared().readTree(exchange.body()))
                    .filter(JsonNode::isObject);
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }
}
