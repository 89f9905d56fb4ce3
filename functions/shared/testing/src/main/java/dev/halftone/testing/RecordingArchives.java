package dev.halftone.testing;

import dev.halftone.core.archive.ArchiveKey;
import dev.halftone.core.archive.Archives;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Remembers what was to be packed, and packs nothing. */
public final class RecordingArchives implements Archives {

    private final Map<ArchiveKey, List<Entry>> packed = new HashMap<>();

    @Override
    public synchronized void pack(ArchiveKey archive, List<Entry> entries) {
        packed.put(archive, List.copyOf(entries));
    }

    @Override
    public URI link(ArchiveKey archive, Duration lifetime, String downloadName) {
        return URI.create(
                "https://media.test/"
                        + archive.value()
                        + "?seconds="
                        + lifetime.toSeconds()
                        + "&download="
                        + downloadName);
    }

    /** The files of every archive. */
    public synchronized List<List<Entry>> packed() {
        return new ArrayList<>(packed.values());
    }
}
