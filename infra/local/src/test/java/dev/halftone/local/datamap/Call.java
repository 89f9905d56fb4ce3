package dev.halftone.local.datamap;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One request that left this JVM, and what came back.
 *
 * @param headers by name in lower case
 */
record Call(
        String method,
        URI uri,
        Map<String, String> headers,
        ByteBuffer body,
        int status,
        ByteBuffer answer) {

    Call {
        headers = Map.copyOf(headers);
    }

    static Map<String, String> lowerCase(Map<String, List<String>> headers) {
        Map<String, String> lower = new TreeMap<>();
        headers.forEach(
                (name, values) ->
                        lower.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        return lower;
    }

    String text() {
        return StandardCharsets.UTF_8.decode(body.duplicate()).toString();
    }

    String answerText() {
        return StandardCharsets.UTF_8.decode(answer.duplicate()).toString();
    }

    @Nullable String header(String name) {
        return headers.get(name);
    }

    /** The parts of the body, by what its type says it is; else the whole. */
    void parts(BiConsumer<String, String> each) {
        String type = headers.getOrDefault("content-type", "");
        String text = text();
        if (text.isEmpty()) {
            return;
        }
        if (type.startsWith("application/x-www-form-urlencoded")) {
            pairs(text).forEach((name, value) -> each.accept("body." + name, value));
        } else if (!Leaves.of(text, (path, value) -> each.accept("body." + path, value))) {
            each.accept("body", text);
        }
    }

    static Map<String, String> pairs(@Nullable String encoded) {
        return encoded == null || encoded.isEmpty()
                ? Map.of()
                : Arrays.stream(encoded.split("&", -1))
                        .map(pair -> pair.split("=", 2))
                        .collect(
                                Collectors.toMap(
                                        pair -> decoded(pair[0]),
                                        pair -> pair.length < 2 ? "" : decoded(pair[1]),
                                        (a, b) -> a + "," + b));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
