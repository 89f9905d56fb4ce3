package dev.halftone.core.privacy;

import java.util.regex.Pattern;

/**
 * Where a value lies or goes to. In a declared name {@code *} stands for a part that differs, such
 * as an id, and never for more than one part.
 */
public sealed interface Place {

    /** What the place is, in one line that no other kind of place has. */
    String line();

    /**
     * An attribute of a stored item; {@code item} is what its sort key begins with.
     *
     * @param path dots lead into maps and {@code []} into lists
     */
    record Attribute(String table, String item, String path) implements Place {
        @Override
        public String line() {
            return "attribute " + path + " of " + item + " in " + table;
        }
    }

    /** An object in the media bucket. */
    record StoredObject(String key) implements Place {
        @Override
        public String line() {
            return "object " + key;
        }
    }

    /** What is in an object. */
    record ObjectContent(String key) implements Place {
        @Override
        public String line() {
            return "content of object " + key;
        }
    }

    /** What an object carries beside its content. */
    record ObjectHeader(String name) implements Place {
        @Override
        public String line() {
            return "header " + name + " of an object";
        }
    }

    /** A part of a message in a queue; {@code body.} leads into its text. */
    record QueueField(String path) implements Place {
        @Override
        public String line() {
            return path + " of a message";
        }
    }

    /** A key of the lines that functions write. */
    record LogKey(String key) implements Place {
        @Override
        public String line() {
            return "key " + key + " of a log line";
        }
    }

    /** A key of the gateway's own log. */
    record AccessLogKey(String key) implements Place {
        @Override
        public String line() {
            return "key " + key + " of the access log";
        }
    }

    record Metric(String name) implements Place {
        @Override
        public String line() {
            return "metric " + name;
        }
    }

    record MetricDimension(String name) implements Place {
        @Override
        public String line() {
            return "dimension " + name + " of a metric";
        }
    }

    /** A cookie, without the prefix that binds it to its host. */
    record Cookie(String name) implements Place {
        @Override
        public String line() {
            return "cookie " + name;
        }
    }

    /** What the page keeps in the browser. */
    record BrowserStorage(String key) implements Place {
        @Override
        public String line() {
            return "browser storage " + key;
        }
    }

    /** A parameter that functions ask the parameter store for. */
    record Parameter(String name) implements Place {
        @Override
        public String line() {
            return "parameter " + name;
        }
    }

    /**
     * What is told to somebody outside.
     *
     * @param recipient its name, or the host if nobody knows it
     * @param field {@code path}, {@code query.}, {@code header.}, {@code body.} or, through the
     *     browser, {@code redirect.}
     */
    record Sent(String recipient, String field) implements Place {
        @Override
        public String line() {
            return field + " to " + recipient;
        }
    }

    /** Whether a declaration of this place speaks of {@code seen}. */
    default boolean covers(Place seen) {
        String pattern = Pattern.quote(line()).replace("*", "\\E[^/. ]+\\Q");
        return Pattern.matches(pattern, seen.line());
    }
}
