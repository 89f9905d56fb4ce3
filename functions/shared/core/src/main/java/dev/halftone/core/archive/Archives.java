package dev.halftone.core.archive;

import dev.halftone.core.generation.ObjectKey;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Packs stored files into one ZIP file, which the store forgets after a day. */
public interface Archives {

    /**
     * One file of an archive.
     *
     * @param name in the archive
     */
    record Entry(ObjectKey key, String name) {}

    /**
     * Packs the files in this order, in memory that does not grow with them. What was removed
     * meanwhile is left out. Packing again replaces the archive by the same.
     */
    void pack(ArchiveKey archive, List<Entry> entries);

    /** A link that anybody can open until it expires, as a download of that name. */
    URI link(ArchiveKey archive, Duration lifetime, String downloadName);
}
