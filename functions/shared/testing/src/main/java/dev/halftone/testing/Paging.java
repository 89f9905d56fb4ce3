package dev.halftone.testing;

import dev.halftone.core.Page;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** Pages of a sorted list, each beginning after the key that the cursor names. */
final class Paging {

    private Paging() {}

    static <T> Page<T> page(
            NavigableMap<String, T> sorted, int limit, @Nullable String cursor, String keyForm) {
        if (limit < 1) {
            throw new IllegalArgumentException("A page has at least one item");
        }
        NavigableMap<String, T> rest =
                cursor == null ? sorted : sorted.tailMap(key(cursor, keyForm), false);
        List<String> keys = rest.keySet().stream().limit(limit).toList();
        String next = rest.size() > limit ? cursor(keys.getLast()) : null;
        return new Page<>(rest.values().stream().limit(limit).toList(), next);
    }

    private static String cursor(String key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String key(String cursor, String keyForm) {
        String key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        if (!key.matches(keyForm)) {
            throw new IllegalArgumentException("Not a cursor");
        }
        return key;
    }
}
