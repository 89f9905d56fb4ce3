package dev.halftone.dynamodb;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item as a stream's event has it: each attribute under the letters of its type. */
final class StreamImage {

    private StreamImage() {}

    static Map<String, AttributeValue> read(Map<?, ?> attributes) {
        Map<String, AttributeValue> item = new HashMap<>();
        attributes.forEach((name, value) -> item.put(String.valueOf(name), attribute(value)));
        return item;
    }

    private static AttributeValue attribute(Object written) {
        if (!(written instanceof Map<?, ?> typed) || typed.size() != 1) {
            throw new IllegalArgumentException("An attribute has one type");
        }
        Map.Entry<?, ?> only = typed.entrySet().iterator().next();
        return switch (String.valueOf(only.getKey())) {
            case "S" -> AttributeValue.fromS(text(only.getValue()));
            case "N" -> AttributeValue.fromN(text(only.getValue()));
            case "BOOL" -> AttributeValue.fromBool(Boolean.TRUE.equals(only.getValue()));
            case "SS" ->
                    AttributeValue.fromSs(
                            list(only.getValue()).stream().map(StreamImage::text).toList());
            case "L" ->
                    AttributeValue.fromL(
                            list(only.getValue()).stream().map(StreamImage::attribute).toList());
            case "M" -> map(only.getValue());
            case String other -> throw new IllegalArgumentException("Unknown type " + other);
        };
    }

    private static String text(Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("Not a text");
    }

    private static List<?> list(Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("Not a list");
    }

    private static AttributeValue map(Object value) {
        if (value instanceof Map<?, ?> map) {
            return AttributeValue.fromM(read(map));
        }
        throw new IllegalArgumentException("Not a map");
    }
}
