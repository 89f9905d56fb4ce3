package dev.halftone.sandbox.stripe;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parameters of a call by their bracketed names, as {@code line_items[0][price]}. */
record Fields(Map<String, String> values) {

    private static final Pattern METADATA_KEY = Pattern.compile("(metadata]?)\\[[^]]*]$");
    private static final Pattern INDEX = Pattern.compile("\\[\\d*]");

    // https://docs.stripe.com/api/metadata
    private static final int METADATA_MAX = 50;
    private static final int METADATA_KEY_CHARACTERS_MAX = 40;
    private static final int METADATA_VALUE_CHARACTERS_MAX = 500;

    Fields {
        values = Map.copyOf(values);
    }

    /** Refuses every name that is not allowed; an index is written as {@code []} there. */
    void onlyOf(Set<String> allowed) {
        for (String name : new TreeMap<>(values).keySet()) {
            String form =
                    INDEX.matcher(METADATA_KEY.matcher(name).replaceAll("$1[]")).replaceAll("[]");
            if (!allowed.contains(form) && !form.equals("expand[]")) {
                throw Refusal.ofParameter(
                        "parameter_unknown", name, "Received unknown parameter: " + name);
            }
        }
    }

    /** An empty value counts as none. */
    @Nullable String get(String name) {
        String value = values.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    String or(String name, String otherwise) {
        String value = get(name);
        return value == null ? otherwise : value;
    }

    String need(String name) {
        String value = get(name);
        if (value == null) {
            throw Refusal.ofParameter(
                    "parameter_missing", name, "Missing required param: " + name + ".");
        }
        return value;
    }

    boolean isTrue(String name) {
        return "true".equals(values.get(name));
    }

    long number(String name, long otherwise) {
        String value = get(name);
        if (value == null) {
            return otherwise;
        }
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException malformed) {
            throw Refusal.ofParameter(
                    "parameter_invalid_integer", name, "Invalid integer: " + value);
        }
    }

    /** The metadata under a prefix, which is empty at the top. */
    Map<String, String> metadata(String prefix) {
        String start = prefix.isEmpty() ? "metadata[" : prefix + "[metadata][";
        Map<String, String> found = new HashMap<>();
        values.forEach(
                (name, value) -> {
                    if (name.startsWith(start)) {
                        found.put(name.substring(start.length(), name.length() - 1), value);
                    }
                });
        found.forEach(Fields::checkMetadata);
        if (found.size() > METADATA_MAX) {
            throw Refusal.of("Metadata can have up to " + METADATA_MAX + " keys.");
        }
        return found;
    }

    /** The values of {@code name[0]}, {@code name[1]} and so on. */
    Iterable<String> each(String name) {
        Pattern indexed = Pattern.compile(Pattern.quote(name) + "\\[\\d*]");
        return new TreeMap<>(values)
                .entrySet().stream()
                        .filter(entry -> matches(indexed, entry.getKey()))
                        .map(Map.Entry::getValue)
                        .toList();
    }

    private static boolean matches(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches();
    }

    private static void checkMetadata(String key, String value) {
        if (key.length() > METADATA_KEY_CHARACTERS_MAX
                || value.length() > METADATA_VALUE_CHARACTERS_MAX) {
            throw Refusal.ofParameter(
                    "parameter_invalid_string", "metadata", "Metadata is too long.");
        }
    }
}
