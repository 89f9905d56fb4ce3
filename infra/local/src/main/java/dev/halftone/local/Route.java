package dev.halftone.local;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One route of the HTTP API and the function behind it. */
record Route(String method, String path, HostedFunction function) {
    private static final String ANY = "ANY";
    private static final String CATCH_ALL = "$default";

    /** Full match before parameter before greedy parameter, decided at the first difference. */
    private enum Kind {
        LITERAL,
        PARAMETER,
        GREEDY;

        static Kind of(String segment) {
            if (!segment.startsWith("{")) {
                return LITERAL;
            }
            return segment.endsWith("+}") ? GREEDY : PARAMETER;
        }
    }

    String key() {
        return isCatchAll() ? CATCH_ALL : method + " " + path;
    }

    /** The path's parameters, decoded; null if the request is not for this route. */
    @Nullable Map<String, String> match(String requestMethod, String rawPath) {
        if (isCatchAll()) {
            return Map.of();
        }
        return method.equals(ANY) || method.equals(requestMethod) ? parameters(rawPath) : null;
    }

    boolean isMoreSpecificThan(Route other) {
        if (isCatchAll() || other.isCatchAll()) {
            return other.isCatchAll();
        }
        List<String> mine = segments(path);
        List<String> theirs = segments(other.path);
        for (int i = 0; i < Math.min(mine.size(), theirs.size()); i++) {
            int difference = Kind.of(mine.get(i)).compareTo(Kind.of(theirs.get(i)));
            if (difference != 0) {
                return difference < 0;
            }
        }
        return !method.equals(ANY);
    }

    private boolean isCatchAll() {
        return path.equals(CATCH_ALL);
    }

    private @Nullable Map<String, String> parameters(String rawPath) {
        List<String> declared = segments(path);
        List<String> asked = segments(rawPath);
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < declared.size(); i++) {
            String segment = declared.get(i);
            if (i >= asked.size()) {
                return null;
            }
            switch (Kind.of(segment)) {
                case GREEDY -> {
                    String rest = String.join("/", asked.subList(i, asked.size()));
                    if (rest.isEmpty()) {
                        return null;
                    }
                    parameters.put(segment.substring(1, segment.length() - 2), decoded(rest));
                    return parameters;
                }
                case PARAMETER -> {
                    if (asked.get(i).isEmpty()) {
                        return null;
                    }
                    parameters.put(
                            segment.substring(1, segment.length() - 1), decoded(asked.get(i)));
                }
                case LITERAL -> {
                    if (!segment.equals(asked.get(i))) {
                        return null;
                    }
                }
            }
        }
        return declared.size() == asked.size() ? parameters : null;
    }

    private static List<String> segments(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    /** In a path a plus sign is a plus sign. */
    private static String decoded(String raw) {
        return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
