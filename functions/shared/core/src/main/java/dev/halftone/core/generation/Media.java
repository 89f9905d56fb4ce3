package dev.halftone.core.generation;

import dev.halftone.core.catalogue.Dimensions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A delivered picture, film or text, stored and checked.
 *
 * @param size {@code null} for a text
 * @param duration of a film, as its file says; {@code null} for anything else
 * @param document a text, word for word as its file has it, so that a history is read without
 *     opening files; {@code null} for a picture or film
 * @param sha256 of the file as it is stored
 * @param contentSha256 of everything in it but our mark: the same if it has none
 */
public record Media(
        ObjectKey key,
        MediaType type,
        @Nullable Dimensions size,
        @Nullable Duration duration,
        @Nullable String document,
        long bytes,
        String sha256,
        String contentSha256) {

    public Media {
        if ((document != null) != (type == MediaType.JSON)
                || (document != null) == (size != null)) {
            throw new IllegalArgumentException("A text is read, anything else is seen");
        }
    }

    /** A picture or film that is stored as it came. */
    public Media(
            ObjectKey key,
            MediaType type,
            Dimensions size,
            @Nullable Duration duration,
            long bytes,
            String sha256) {
        this(key, type, size, duration, null, bytes, sha256, sha256);
    }
}
