package dev.halftone.core.archive;

import dev.halftone.core.account.UserId;
import dev.halftone.core.archive.Archives.Entry;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationState.Succeeded;
import dev.halftone.core.generation.Media;
import java.util.ArrayList;
import java.util.List;

/** Packs what was made into one file, as much as one request may take; the rest is named. */
public final class PackResults {

    /** So many generations are packed at once. */
    public static final int GENERATIONS_MAX = 100;

    /**
     * So much is packed at once, and a first generation whatever its size: one largest film and
     * then some, which a function copies in far less time than a request may take.
     */
    public static final long BYTES_MAX = 256L * 1024 * 1024;

    // What follows "gen_" in an id: twelve digits, so that no two of a hundred are alike.
    private static final int NAME_BEGINS = 4;
    private static final int NAME_ENDS = 16;

    private final Archives archives;
    private final long bytesMax;

    public PackResults(Archives archives) {
        this(archives, BYTES_MAX);
    }

    /** Under another limit. */
    PackResults(Archives archives, long bytesMax) {
        this.archives = archives;
        this.bytesMax = bytesMax;
    }

    /** What became of it. */
    public sealed interface PackOutcome {

        /**
         * There it is.
         *
         * @param left what did not fit: packed next time
         */
        record Packed(ArchiveKey archive, int files, long bytes, List<Generation> left)
                implements PackOutcome {
            public Packed {
                left = List.copyOf(left);
            }
        }

        /** None of them has a result. */
        record NothingThere() implements PackOutcome {}
    }

    /**
     * Packs them in this order.
     *
     * @param generations at most {@link #GENERATIONS_MAX}, all this owner's
     */
    public PackOutcome pack(UserId owner, List<Generation> generations) {
        List<Entry> entries = new ArrayList<>();
        List<Generation> left = new ArrayList<>();
        long bytes = 0;
        for (Generation generation : generations) {
            List<Media> media = media(generation);
            long more = media.stream().mapToLong(Media::bytes).sum();
            if (!left.isEmpty() || (!entries.isEmpty() && bytes + more > bytesMax)) {
                left.add(generation);
                continue;
            }
            bytes += more;
            for (int index = 0; index < media.size(); index++) {
                entries.add(entry(generation, media.get(index), index));
            }
        }
        if (entries.isEmpty()) {
            return new PackOutcome.NothingThere();
        }
        ArchiveKey archive = ArchiveKey.of(owner, entries);
        archives.pack(archive, entries);
        return new PackOutcome.Packed(archive, entries.size(), bytes, left);
    }

    private static List<Media> media(Generation generation) {
        return generation.state() instanceof Succeeded succeeded ? succeeded.media() : List.of();
    }

    private static Entry entry(Generation generation, Media media, int index) {
        String name = generation.id().value().substring(NAME_BEGINS, NAME_ENDS);
        return new Entry(
                media.key(), "halftone-%s-%d.%s".formatted(name, index, media.type().ending()));
    }
}
