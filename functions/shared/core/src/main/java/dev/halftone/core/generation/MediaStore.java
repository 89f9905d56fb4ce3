package dev.halftone.core.generation;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Keeps delivered media. A key is written once; writing the same key again changes nothing. */
public interface MediaStore {

    void put(ObjectKey key, String contentType, Path file);

    /**
     * A link that anybody can open until it expires.
     *
     * @param downloadName makes the link a download under this file name
     */
    URI link(ObjectKey key, Duration lifetime, @Nullable String downloadName);
}
