package dev.halftone.sandbox.hedra;

import dev.halftone.sandbox.painter.Brought;
import dev.halftone.sandbox.painter.Brought.Picture;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What was uploaded, by the handles that were given for it; the oldest is forgotten. */
final class HedraFiles {

    private static final int KEPT_MAX = 64;
    private static final String EMPTY_LINE = "\r\n\r\n";

    private final Map<String, Picture> files = new LinkedHashMap<>();

    /**
     * Keeps the one file of a form. (RFC 7578)
     *
     * @return its handle, or nothing if there is none
     */
    synchronized Optional<String> keep(byte[] form) {
        // One character for each byte.
        String text = new String(form, StandardCharsets.ISO_8859_1);
        int start = text.indexOf(EMPTY_LINE);
        int end = text.lastIndexOf("\r\n--");
        int content = start + EMPTY_LINE.length();
        if (start < 0 || end < content) {
            return Optional.empty();
        }
        String handle =
                "https://files.hedra.example/%s?signature=%s"
                        .formatted(UUID.randomUUID(), UUID.randomUUID());
        files.put(
                handle,
                new Picture(text.substring(content, end).getBytes(StandardCharsets.ISO_8859_1)));
        if (files.size() > KEPT_MAX) {
            files.remove(files.keySet().iterator().next());
        }
        return Optional.of(handle);
    }

    /** What an input names, or nothing if it was never uploaded. */
    synchronized Optional<Brought> brought(JsonNode input) {
        List<Picture> references = new ArrayList<>();
        for (JsonNode each : input.path("images")) {
            Picture found = find(each);
            if (found == null) {
                return Optional.empty();
            }
            references.add(found);
        }
        boolean speaks = input.has("audio");
        Picture frame = input.has("start_image") ? find(input.path("start_image")) : null;
        boolean missing =
                (input.has("start_image") && frame == null)
                        || (speaks && find(input.path("audio")) == null);
        return missing
                ? Optional.empty()
                : Optional.of(new Brought(speaks, false, references, frame));
    }

    private @Nullable Picture find(JsonNode named) {
        return named.path("source").asString("").equals("url")
                ? files.get(named.path("url").asString(""))
                : null;
    }
}
