package dev.halftone.core.seal;

import dev.halftone.core.ledger.Balance;
import dev.halftone.core.ledger.Legs;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object in the only spelling that is ever hashed: no spaces, members in the order in
 * which they are named here, absent ones left out.
 *
 * <p>In a string only {@code "}, {@code \} and the characters below U+0020 are escaped, the last as
 * {@code \} and {@code u00} with two lower-case digits.
 */
final class Json {

    private static final char CONTROLS_END = 0x20;

    private final StringBuilder text = new StringBuilder("{");

    Json member(String name, @Nullable String value) {
        return value == null ? this : raw(name, string(value));
    }

    Json member(String name, long value) {
        return raw(name, Long.toString(value));
    }

    /** By the balances' names; those that are zero are absent. */
    Json member(String name, Legs legs) {
        return raw(
                name,
                legs.amounts().entrySet().stream()
                        .sorted(Comparator.comparing(leg -> leg.getKey().name()))
                        .map(Json::leg)
                        .collect(Collectors.joining(",", "{", "}")));
    }

    private static String leg(Map.Entry<Balance, Long> leg) {
        return string(leg.getKey().name()) + ":" + leg.getValue();
    }

    private Json raw(String name, String value) {
        if (text.length() > 1) {
            text.append(',');
        }
        text.append(string(name)).append(':').append(value);
        return this;
    }

    private static String string(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int position = 0; position < value.length(); position++) {
            char each = value.charAt(position);
            if (each < CONTROLS_END) {
                quoted.append("\\u%04x".formatted((int) each));
            } else {
                if (each == '"' || each == '\\') {
                    quoted.append('\\');
                }
                quoted.append(each);
            }
        }
        return quoted.append('"').toString();
    }

    String end() {
        return text + "}";
    }
}
