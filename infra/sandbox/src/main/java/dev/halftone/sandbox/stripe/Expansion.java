package dev.halftone.sandbox.stripe;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts objects where only their ids would stand; see https://docs.stripe.com/api/expanding_objects.
 */
final class Expansion {

    private Expansion() {}

    static ObjectNode of(ObjectNode answer, Fields fields, Records records) {
        ObjectNode copy = Json.shown(answer);
        for (String path : fields.each("expand")) {
            expand(answer, copy, path, records);
        }
        return copy;
    }

    private static void expand(JsonNode whole, JsonNode shown, String path, Records records) {
        String[] parts = path.split("\\.", 2);
        JsonNode own = whole.path(Json.OWN + parts[0]);
        if (shown instanceof ObjectNode object) {
            JsonNode value = object.path(parts[0]);
            if (own.isObject()) {
                object.set(parts[0], own.deepCopy());
            } else if (value.isString()) {
                records.find(value.asString())
                        .ifPresent(found -> object.set(parts[0], Json.shown(found)));
            }
            if (parts.length > 1) {
                deeper(object.path(parts[0]), parts[1], records);
            }
        }
    }

    private static void deeper(JsonNode value, String path, Records records) {
        if (value.isArray()) {
            value.forEach(each -> expand(each, each, path, records));
        } else {
            expand(value, value, path, records);
        }
    }
}
