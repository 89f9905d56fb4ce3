package dev.halftone.testing;

import dev.halftone.core.archive.ArchiveKey;
import dev.halftone.core.archive.Archives;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Remembers what was to be packed, and packs nothing. */
public final class RecordingArchives implements Archives {

    private final Map<ArchiveKey, List<Entry>> packed = new HashMap<>();
    private final List<String> lists = new ArrayList<>();

    @Override
    public synchronized void pack(ArchiveKey archive, String list, List<Entry> entries) {
        packed.put(archive, List.copyOf(entries));
        lists.add(list);
    }

    @Override
    public synchronized Optional<URI> link(
            ArchiveKey archive, Duration lifetime, String downloadName) {
        return Optional.of(archive)
                .filter(packed::containsKey)
                .map(
                        there ->
                                URI.create(
                                        "https://media.test/"
                                                + there.value()
                                                + "?seconds="
                                                + lifetime.toSeconds()
                                                + "&download="
                                                + downloadName));
    }

    /** The list that went with the last archive. */
    public synchronized String list() {
        return lists.getLast();
    }

    /** The files of every archive. */
    public synchronized List<List<Entry>> packed() {
        return new ArrayList<>(packed.values());
    }
}
