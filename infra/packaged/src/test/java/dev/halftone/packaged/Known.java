package dev.halftone.packaged;

import java.util.Map;

/** Looks up what a test relies on. */
final class Known {
    private Known() {}

    /** The value, which must be there. */
    static <V> V in(Map<String, V> map, String key) {
        V value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("No " + key + " in " + map.keySet());
        }
        return value;
    }
}
