package dev.halftone.core.archive;

import dev.halftone.core.account.UserId;
import dev.halftone.core.archive.Archives.Entry;
import dev.halftone.core.asset.Asset;
import dev.halftone.core.asset.AssetId;
import dev.halftone.core.asset.Assets;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationState.Succeeded;
import dev.halftone.core.generation.Input;
import dev.halftone.core.generation.Media;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Packs what was made into one file, as much as one request may take; the rest is named. A list
 * goes with it of what is in it, and of what that was made from.
 */
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
    private final Assets assets;
    private final FileList list;

    public PackResults(Archives archives, Assets assets, FileList list) {
        this.archives = archives;
        this.assets = assets;
        this.list = list;
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
        List<Generation> packed = new ArrayList<>();
        List<Generation> left = new ArrayList<>();
        long bytes = 0;
        for (Generation generation : generations) {
            List<Media> media = media(generation);
            long more = media.stream().mapToLong(Media::bytes).sum();
            if (!left.isEmpty() || (!packed.isEmpty() && bytes + more > BYTES_MAX)) {
                left.add(generation);
            } else if (!media.isEmpty()) {
                bytes += more;
                packed.add(generation);
            }
        }
        if (packed.isEmpty()) {
            return new PackOutcome.NothingThere();
        }
        List<FileList.Contents> contents = contents(owner, packed);
        List<Entry> entries = contents.stream().flatMap(each -> each.files().stream()).toList();
        String text = list.text(contents);
        ArchiveKey archive = ArchiveKey.of(owner, text, entries);
        archives.pack(archive, text, entries);
        return new PackOutcome.Packed(archive, entries.size(), bytes, left);
    }

    private List<FileList.Contents> contents(UserId owner, List<Generation> packed) {
        Map<AssetId, Asset> brought = brought(owner, packed);
        return packed.stream()
                .map(
                        generation ->
                                new FileList.Contents(
                                        generation,
                                        files(generation),
                                        inputs(generation).stream()
                                                .filter(brought::containsKey)
                                                .map(brought::get)
                                                .toList()))
                .toList();
    }

    /** What they were made from, without what was removed since. */
    private Map<AssetId, Asset> brought(UserId owner, List<Generation> packed) {
        List<AssetId> ids =
                packed.stream().flatMap(each -> inputs(each).stream()).distinct().toList();
        Map<AssetId, Asset> found = new HashMap<>();
        for (int from = 0; from < ids.size(); from += Assets.OWNED_MAX) {
            int to = Math.min(from + Assets.OWNED_MAX, ids.size());
            assets.owned(owner, ids.subList(from, to)).forEach(each -> found.put(each.id(), each));
        }
        return found;
    }

    private static List<AssetId> inputs(Generation generation) {
        return generation.request().settings().inputs().stream()
                .map(Input::asset)
                .distinct()
                .toList();
    }

    private static List<Entry> files(Generation generation) {
        List<Media> media = media(generation);
        return IntStream.range(0, media.size())
                .mapToObj(index -> entry(generation, media.get(index), index))
                .toList();
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
