package dev.halftone.lambda;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** What is called in the place of others during development, as a variable lists it. */
final class StandIns {
    private static final String SEPARATOR = ",";

    private StandIns() {}

    /**
     * Reads {@code name=address,...}; nothing if the variable is empty.
     *
     * @throws IllegalStateException naming the variable, if it says something else
     */
    static Map<String, URI> read(Environment environment, String variable) {
        Map<String, URI> standIns = new HashMap<>();
        for (String each : environment.optionalText(variable).split(SEPARATOR, -1)) {
            int equals = each.indexOf('=');
            if (equals > 0) {
                standIns.put(each.substring(0, equals), URI.create(each.substring(equals + 1)));
            } else if (!each.isBlank()) {
                throw new IllegalStateException(variable + " is not name=address,...");
            }
        }
        return standIns;
    }
}
