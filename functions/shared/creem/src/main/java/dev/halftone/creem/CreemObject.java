package dev.halftone.creem;

import dev.halftone.core.PermanentFailure;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Something of theirs, as JSON. What another version of the service adds is not seen; what it
 * leaves out is missing by name.
 */
record CreemObject(JsonNode json) {

    // What our own keys and references can hold.
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.-]{1,100}");

    Optional<CreemObject> object(String field) {
        JsonNode value = json.path(field);
        return value.isObject() ? Optional.of(new CreemObject(value)) : Optional.empty();
    }

    List<CreemObject> list(String field) {
        List<CreemObject> list = new ArrayList<>();
        json.path(field).forEach(each -> list.add(new CreemObject(each)));
        return list;
    }

    Optional<String> text(String field) {
        JsonNode value = json.path(field);
        return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
    }

    /** The same word however it is written: {@code chargedBack} and {@code charged_back} alike. */
    String word(String field) {
        return text(field).orElse("").replaceAll("[_-]", "").toLowerCase(Locale.ROOT);
    }

    /** Its own id. */
    String id() {
        return id("id").orElseThrow(
                        () -> new PermanentFailure(CreemProtocol.NAME, "something has no id"));
    }

    /** The id of another thing, whether that is named or shown whole. */
    Optional<String> id(String field) {
        return object(field)
                .map(whole -> whole.text("id"))
                .orElseGet(() -> text(field))
                .filter(text -> ID.matcher(text).matches());
    }

    /** Zero if it is not there. */
    long number(String field) {
        return has(field) ? need(field) : 0;
    }

    boolean has(String field) {
        return json.path(field).isNumber();
    }

    /** A whole number that must be there. */
    long need(String field) {
        if (has(field)) {
            BigDecimal value = json.path(field).decimalValue();
            try {
                return value.longValueExact();
            } catch (ArithmeticException _) {
                throw new PermanentFailure(CreemProtocol.NAME, field + " is no whole number");
            }
        }
        throw new PermanentFailure(CreemProtocol.NAME, "there is no " + field);
    }

    /** A moment, in milliseconds since 1970 or as text: they write both. */
    Optional<Instant> time(String field) {
        if (has(field)) {
            return Optional.of(Instant.ofEpochMilli(need(field)));
        }
        try {
            return text(field).map(Instant::parse);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
