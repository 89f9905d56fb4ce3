package dev.halftone.identity;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON objects from outside, with the library's gaps closed. */
final class JsonText {

    private JsonText() {}

    static Map<String, Object> object(String text) throws ParseException {
        @Nullable Map<String, Object> object = JSONObjectUtils.parse(text);
        // The library reads the word null as no object instead of refusing it.
        if (object == null) {
            throw new ParseException("Not a JSON object", 0);
        }
        return object;
    }

    static String required(Map<String, Object> object, String name) throws ParseException {
        @Nullable String value = JSONObjectUtils.getString(object, name);
        if (value == null) {
            throw new ParseException("No " + name, 0);
        }
        return value;
    }
}
