package dev.halftone.sandbox.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Form-encoded parameters. A repeated parameter counts as absent: which of two values wins is a
 * classic way past a check.
 */
public record Params(Map<String, String> values) {

    public Params {
        values = Map.copyOf(values);
    }

    public static Params parse(@Nullable String encoded) {
        Map<String, String> values = new LinkedHashMap<>();
        Set<String> repeated = new TreeSet<>();
        if (encoded != null && !encoded.isEmpty()) {
            for (String pair : encoded.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                if (values.putIfAbsent(name, value) != null) {
                    repeated.add(name);
                }
            }
        }
        values.keySet().removeAll(repeated);
        return new Params(values);
    }

    public @Nullable String get(String name) {
        return values.get(name);
    }

    public String or(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
