package dev.halftone.local.datamap;

import java.util.function.BiConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The values of a JSON text, each with its path: dots lead into objects, {@code []} into lists. */
final class Leaves {
    private Leaves() {}

    /** Whether the text was a JSON object. */
    static boolean of(String text, BiConsumer<String, String> each) {
        JsonNode root;
        try {
            root = JsonMapper.shared().readTree(text);
        } catch (JacksonException _) {
            return false;
        }
        if (!root.isObject()) {
            return false;
        }
        walk("", root, each);
        return true;
    }

    private static void walk(String path, JsonNode node, BiConsumer<String, String> each) {
        if (node.isObject() && !node.isEmpty()) {
            node.properties()
                    .forEach(
                            entry ->
                                    walk(
                                            path.isEmpty()
                                                    ? entry.getKey()
                                                    : path + "." + entry.getKey(),
                                            entry.getValue(),
                                            each));
        } else if (node.isArray() && !node.isEmpty()) {
            node.forEach(element -> walk(path + "[]", element, each));
        } else {
            each.accept(path, node.isValueNode() ? node.asString("") : node.toString());
        }
    }
}
