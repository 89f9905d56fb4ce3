package dev.halftone.lambda;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Reads a form. A field that is there twice counts as absent: which of two values wins is a classic
 * way past a check.
 */
public final class FormBody {
    private static final String MEDIA_TYPE = "application/x-www-form-urlencoded";
    private static final int FIELDS_MAX = 20;

    private FormBody() {}

    public static boolean isForm(HttpRequest request) {
        return JsonBody.isA(request, MEDIA_TYPE);
    }

    /** The fields; none if the body is too large or not of this form. */
    public static Map<String, String> read(HttpRequest request) {
        String[] pairs = request.body().text().split("&", FIELDS_MAX + 1);
        if (request.body().size() > JsonBody.BYTES_MAX || pairs.length > FIELDS_MAX) {
            return Map.of();
        }
        Map<String, String> fields = new HashMap<>();
        Set<String> repeated = new HashSet<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals < 0) {
                continue;
            }
            try {
                String name = decoded(pair.substring(0, equals));
                if (fields.put(name, decoded(pair.substring(equals + 1))) != null) {
                    repeated.add(name);
                }
            } catch (IllegalArgumentException _) {
                return Map.of();
            }
        }
        fields.keySet().removeAll(repeated);
        return Map.copyOf(fields);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
