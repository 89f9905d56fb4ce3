package dev.halftone.core.generation;

import dev.halftone.core.catalogue.MediaKind;
import java.util.Arrays;
import java.util.Optional;

/** A format in which results are delivered. */
public enum MediaType {
    PNG("image/png", "png"),
    MP4("video/mp4", "mp4"),
    JSON("application/json", "json");

    private final String contentType;
    private final String ending;

    MediaType(String contentType, String ending) {
        this.contentType = contentType;
        this.ending = ending;
    }

    /** The format in which results of a kind are delivered. */
    static MediaType of(MediaKind kind) {
        return switch (kind) {
            case IMAGE -> PNG;
            case VIDEO -> MP4;
            case TEXT -> JSON;
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
