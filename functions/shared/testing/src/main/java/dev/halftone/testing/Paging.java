package dev.halftone.testing;

import dev.halftone.core.Page;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Pages of a sorted list, each beginning after the key that the cursor names. */
final class Paging {

    private static final String HISTORY_FORM = "\\d{13}#gen_[0-9a-f]{32}";

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

    /** How many a page may have, and how many may be looked at for it. */
    record Bounds(int limit, int lookedAtMax) {}

    /** A page of those that are wanted, in the order of a history. */
    static <T> Page<T> filtered(
            NavigableMap<String, T> sorted,
            Predicate<T> wanted,
            Bounds bounds,
            @Nullable String cursor) {
        if (bounds.limit() < 1) {
            throw new IllegalArgumentException("A page has at least one item");
        }
        NavigableMap<String, T> rest =
                cursor == null ? sorted : sorted.tailMap(key(cursor, HISTORY_FORM), false);
        List<T> found = new ArrayList<>();
        String last = null;
        int lookedAt = 0;
        for (Map.Entry<String, T> each : rest.entrySet()) {
            boolean admitted = wanted.test(each.getValue());
            if (last != null
                    && (lookedAt == bounds.lookedAtMax()
                            || (admitted && found.size() == bounds.limit()))) {
                return new Page<>(found, cursor(last));
            }
            if (admitted) {
                found.add(each.getValue());
            }
            lookedAt++;
            last = each.getKey();
        }
        return new Page<>(found, null);
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
