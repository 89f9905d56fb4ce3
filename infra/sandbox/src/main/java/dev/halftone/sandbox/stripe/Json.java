package dev.halftone.sandbox.stripe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Objects as their JSON. A field whose name begins with ~ is the sandbox's own and never shown. */
final class Json {

    static final String OWN = "~";

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Json() {}

    static ObjectNode object(String text) {
        return (ObjectNode) MAPPER.readTree(text);
    }

    static ObjectNode object(Map<String, String> fields) {
        ObjectNode object = MAPPER.createObjectNode();
        fields.forEach(object::put);
        return object;
    }

    static byte[] bytes(JsonNode node) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(node);
    }

    static ObjectNode list(String url, Iterable<? extends JsonNode> data, boolean hasMore) {
        ObjectNode list = object("{\"object\":\"list\"}");
        ArrayNode array = list.putArray("data");
        data.forEach(array::add);
        return list.put("has_more", hasMore).put("url", url);
    }

    static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    /** What others may see of it. */
    static ObjectNode shown(ObjectNode object) {
        ObjectNode copy = object.deepCopy();
        List<String> own = new ArrayList<>();
        copy.propertyNames().forEach(name -> own.add(name));
        own.removeIf(name -> !name.startsWith(OWN));
        copy.remove(own);
        return copy;
    }
}
