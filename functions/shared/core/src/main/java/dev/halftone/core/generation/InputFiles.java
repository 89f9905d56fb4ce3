package dev.halftone.core.generation;

import dev.halftone.core.asset.AssetKey;
import java.nio.file.Path;

/** Where the files lie that orders bring along. */
@FunctionalInterface
public interface InputFiles {

    /**
     * Copies what lies under a key.
     *
     * @param target where to write; replaced if it exists
     * @return {@code false} if nothing lies there
     */
    boolean fetch(AssetKey key, Path target);
}
