package dev.halftone.architecture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One value of a template. A short intrinsic such as {@code !Ref Stage} is a map of one entry, as
 * in its long form.
 */
record TemplateValue(@Nullable Object value) {

    /** The value at this path; absent where the template has nothing. */
    TemplateValue at(String... path) {
        TemplateValue here = this;
        for (String key : path) {
            here = new TemplateValue(here.value instanceof Map<?, ?> map ? map.get(key) : null);
        }
        return here;
    }

    boolean exists() {
        return value != null;
    }

    /** A scalar as text; of an intrinsic, its argument: {@code Data.Outputs.LedgerTableArn}. */
    String text() {
        return switch (value) {
            case null -> "";
            case Map<?, ?> map when map.size() == 1 ->
                    new TemplateValue(map.values().iterator().next()).text();
            default -> value.toString();
        };
    }

    int number() {
        return Integer.parseInt(text());
    }

    boolean isTrue() {
        return Boolean.TRUE.equals(value);
    }

    /** The items of a list; a value that is no list counts as its only item. */
    List<TemplateValue> items() {
        return switch (value) {
            case null -> List.of();
            case List<?> list -> list.stream().map(TemplateValue::new).toList();
            default -> List.of(this);
        };
    }

    List<String> texts() {
        return items().stream().map(TemplateValue::text).toList();
    }

    Map<String, TemplateValue> entries() {
        Map<String, TemplateValue> entries = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> entries.put(key.toString(), new TemplateValue(item)));
        }
        return entries;
    }

    /** Itself and everything below it. */
    Stream<TemplateValue> everything() {
        Stream<TemplateValue> below =
                value instanceof List<?> ? items().stream() : entries().values().stream();
        return Stream.concat(Stream.of(this), below.flatMap(TemplateValue::everything));
    }
}
