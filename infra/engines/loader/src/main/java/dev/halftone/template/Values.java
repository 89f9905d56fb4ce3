package dev.halftone.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shapes a template's value can be asked to have; the place is for the message only. */
public final class Values {
    private Values() {}

    public static Map<String, Object> map(@Nullable Object value, String place) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("Expected a mapping for " + place + ": " + value);
        }
        Map<String, Object> typed = new LinkedHashMap<>();
        map.forEach((key, item) -> typed.put(String.valueOf(key), item));
        return typed;
    }

    public static List<Object> list(@Nullable Object value, String place) {
        if (!(value instanceof List<?> list)) {
            throw new IllegalArgumentException("Expected a list for " + place + ": " + value);
        }
        return List.copyOf(list);
    }

    /** CloudFormation hands numbers and booleans over as text where text is wanted. */
    public static String text(@Nullable Object value, String place) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return String.valueOf(value);
        }
        throw new IllegalArgumentException("Expected a text for " + place + ": " + value);
    }

    public static int number(@Nullable Object value, String place) {
        return Integer.parseInt(text(value, place));
    }
}
