package dev.halftone.core.generation;

import dev.halftone.core.catalogue.MediaKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A format in which results are delivered. */
public enum MediaType {
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg"),
    WEBP("image/webp", "webp"),
    MP4("video/mp4", "mp4"),
    JSON("application/json", "json");

    private final String contentType;
    private final String ending;

    MediaType(String contentType, String ending) {
        this.contentType = contentType;
        this.ending = ending;
    }

    /** The formats in which results of a kind are delivered, the one that is asked for first. */
    static List<MediaType> of(MediaKind kind) {
        return switch (kind) {
            case IMAGE -> List.of(PNG, JPEG, WEBP);
            case VIDEO -> List.of(MP4);
            case TEXT -> List.of(JSON);
        };
    }

    public static Optional<MediaType> parse(String contentType) {
        return Arrays.stream(values())
                .filter(value -> value.contentType.equals(contentType))
                .findFirst();
    }

    /** As the IANA has registered it. */
    public String contentType() {
        return contentType;
    }

    /** How the names of such files end, without the dot. */
    public String ending() {
        return ending;
    }
}
