package dev.halftone.core.archive;

import dev.halftone.core.archive.Archives.Entry;
import dev.halftone.core.asset.Asset;
import dev.halftone.core.generation.Generation;
import java.util.List;

/** Says in words what is in an archive, and what that was made from. */
@FunctionalInterface
public interface FileList {

    /**
     * What an archive has of one generation.
     *
     * @param files one for each of its results, in their order
     * @param inputs what its owner brought along for it and has not removed since, in the order of
     *     its settings
     */
    record Contents(Generation generation, List<Entry> files, List<Asset> inputs) {
        public Contents {
            files = List.copyOf(files);
            inputs = List.copyOf(inputs);
        }
    }

    /** The whole list, as a text file has it. */
    String text(List<Contents> contents);
}
