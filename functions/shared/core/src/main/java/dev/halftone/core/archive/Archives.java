package dev.halftone.core.archive;

import dev.halftone.core.generation.ObjectKey;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Packs stored files into one ZIP file, which the store forgets after a day. */
public interface Archives {

    /** What the list of an archive's files is called in it. */
    String LIST_NAME = "files.csv";

    /**
     * One file of an archive.
     *
     * @param name in the archive
     */
    record Entry(ObjectKey key, String name) {}

    /**
     * Packs the list, and then the files in this order, in memory that does not grow with them.
     * What was removed meanwhile is left out, though the list still names it. Packing again
     * replaces the archive by the same.
     *
     * @param list the text of {@link #LIST_NAME}
     */
    void pack(ArchiveKey archive, String list, List<Entry> entries);

    /**
     * A link that anybody can open until it expires, as a download of that name; empty if there is
     * no such archive, or no more.
     */
    Optional<URI> link(ArchiveKey archive, Duration lifetime, String downloadName);
}
