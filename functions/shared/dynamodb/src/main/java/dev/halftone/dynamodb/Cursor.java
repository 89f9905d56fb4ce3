package dev.halftone.dynamodb;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** The sort key at which a page ended, made opaque; read back only in its exact form. */
final class Cursor {

    private Cursor() {}

    static String write(String sortKey) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(sortKey.getBytes(StandardCharsets.UTF_8));
    }

    static String read(String cursor, Pattern form) {
        String sortKey = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        if (!form.matcher(sortKey).matches()) {
            throw new IllegalArgumentException("Not a cursor");
        }
        return sortKey;
    }
}
