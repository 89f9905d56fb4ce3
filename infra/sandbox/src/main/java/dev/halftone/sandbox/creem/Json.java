package dev.halftone.sandbox.creem;

import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Things as their JSON. A field whose name begins with ~ is the sandbox's own and never shown. */
final class Json {

    static final String OWN = "~";

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    static String write(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    /** As their lists and events write a moment. */
    static String time(Instant at) {
        return Instant.ofEpochMilli(at.toEpochMilli()).toString();
    }

    /** What others may see of it. */
    static ObjectNode shown(ObjectNode thing) {
        ObjectNode copy = thing.deepCopy();
        copy.remove(copy.propertyNames().stream().filter(name -> name.startsWith(OWN)).toList());
        return copy;
    }
}
