package dev.halftone.sandbox.work;

import dev.halftone.sandbox.painter.Brought.Picture;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Files within an order. Nothing is fetched from anywhere. (RFC 2397) */
public final class Inline {

    private static final String SCHEME = "data:";

    private Inline() {}

    /** The files that these addresses are, or nothing if one of them is something else. */
    public static Optional<List<Picture>> all(List<String> addresses) {
        List<Picture> files = new ArrayList<>();
        for (String address : addresses) {
            Optional<Picture> file = file(address);
            if (file.isEmpty()) {
                return Optional.empty();
            }
            files.add(file.get());
        }
        return Optional.of(files);
    }

    /** The texts of a list. */
    public static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asString("")));
        return texts;
    }

    /** A file in base64. */
    public static Picture base64(String text) {
        return new Picture(Base64.getDecoder().decode(text));
    }

    private static Optional<Picture> file(String address) {
        try {
            return address.startsWith(SCHEME)
                    ? Optional.of(base64(address.substring(address.indexOf(',') + 1)))
                    : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
