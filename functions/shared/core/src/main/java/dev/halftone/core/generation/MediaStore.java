package dev.halftone.core.generation;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Keeps delivered media. A key is written once; writing the same key again changes nothing. */
public interface MediaStore {

    /**
     * Stores a file under a key that is free.
     *
     * @return whether it was free; {@code false} means that something lies there, which may be this
     *     very file
     */
    boolean put(ObjectKey key, String contentType, Path file);

    /**
     * Copies what lies under a key.
     *
     * @param target where to write; replaced if it exists
     * @return {@code false} if nothing lies there
     */
    boolean fetch(ObjectKey key, Path target);

    /** Removes what lies under a key, if anything does. */
    void remove(ObjectKey key);

    /**
     * A link that anybody can open until it expires.
     *
     * @param downloadName makes the link a download under this file name
     */
    URI link(ObjectKey key, Duration lifetime, @Nullable String downloadName);
}
