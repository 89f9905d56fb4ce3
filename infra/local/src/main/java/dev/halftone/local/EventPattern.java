package dev.halftone.local;

import dev.halftone.template.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which records of an event source a function wants, as in Lambda's filter criteria: a record must
 * match one of the patterns. Of the operators it knows those that are used here, texts and
 * prefixes, and refuses the others.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html">Lambda
 *     event filtering</a>
 */
record EventPattern(List<JsonNode> patterns) {
    private static final String PREFIX = "prefix";

    EventPattern {
        patterns = List.copyOf(patterns);
    }

    static EventPattern of(@Nullable Object criteria, String place) {
        List<JsonNode> patterns = new ArrayList<>();
        if (criteria != null) {
            Map<String, Object> map = Values.map(criteria, place);
            for (Object filter : Values.list(map.get("Filters"), place)) {
                Object text = Values.map(filter, place).get("Pattern");
                JsonNode pattern = JsonMapper.shared().readTree(Values.text(text, place));
                check(pattern, place);
                patterns.add(pattern);
            }
        }
        return new EventPattern(patterns);
    }

    boolean matches(JsonNode record) {
        return patterns.isEmpty()
                || patterns.stream().anyMatch(pattern -> matches(pattern, record));
    }

    private static boolean matches(JsonNode pattern, JsonNode value) {
        return switch (pattern) {
            case JsonNode object when object.isObject() ->
                    object.properties().stream()
                            .allMatch(
                                    entry -> matches(entry.getValue(), value.path(entry.getKey())));
            default -> pattern.valueStream().anyMatch(allowed -> allows(allowed, value));
        };
    }

    private static boolean allows(JsonNode allowed, JsonNode value) {
        return value.isString()
                && (allowed.isString()
                        ? allowed.equals(value)
                        : value.stringValue().startsWith(allowed.path(PREFIX).stringValue()));
    }

    private static void check(JsonNode pattern, String place) {
        if (pattern.isObject()) {
            pattern.values().forEach(inner -> check(inner, place));
            return;
        }
        boolean known = pattern.isArray() && pattern.valueStream().allMatch(EventPattern::isKnown);
        if (!known) {
            throw new IllegalArgumentException("Unknown filter " + pattern + " in " + place);
        }
    }

    private static boolean isKnown(JsonNode allowed) {
        return allowed.isString() || (allowed.size() == 1 && allowed.path(PREFIX).isString());
    }
}
