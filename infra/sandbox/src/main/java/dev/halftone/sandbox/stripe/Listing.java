package dev.halftone.sandbox.stripe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A collection that can be listed, newest first.
 *
 * @param type of its objects
 * @param filters where the value of a parameter stands in an object, as a path of fields
 */
record Listing(String type, Map<String, String> filters) {

    private static final int LIMIT = 10;
    private static final int LIMIT_MAX = 100;

    ObjectNode page(String url, Fields fields, List<ObjectNode> newestFirst) {
        Set<String> allowed = new HashSet<>(filters.keySet());
        allowed.addAll(Set.of("limit", "starting_after", "created[gte]", "types[]"));
        fields.onlyOf(allowed);
        long limit = fields.number("limit", LIMIT);
        if (limit < 1 || limit > LIMIT_MAX) {
            throw Refusal.ofParameter("parameter_invalid_integer", "limit", "From 1 to 100.");
        }
        List<ObjectNode> found = new ArrayList<>();
        boolean begun = fields.get("starting_after") == null;
        for (ObjectNode each : newestFirst) {
            if (begun && matches(each, fields)) {
                found.add(each);
            }
            begun = begun || Json.text(each, "id").equals(fields.get("starting_after"));
        }
        List<ObjectNode> page = found.subList(0, (int) Math.min(limit, found.size()));
        return Json.list(
                "/v1/" + url, page.stream().map(Json::shown).toList(), found.size() > limit);
    }

    private boolean matches(ObjectNode object, Fields fields) {
        for (Map.Entry<String, String> filter : filters.entrySet()) {
            String wanted = fields.get(filter.getKey());
            if (wanted != null && !wanted.equals(at(object, filter.getValue()))) {
                return false;
            }
        }
        List<String> types = new ArrayList<>();
        fields.each("types").forEach(types::add);
        return object.path("created").asLong() >= fields.number("created[gte]", 0)
                && (types.isEmpty() || types.contains(Json.text(object, "type")));
    }

    private static String at(ObjectNode object, String path) {
        JsonNode node = object;
        for (String field : path.split("\\.", -1)) {
            node = node.path(field);
        }
        return node.asString("");
    }
}
