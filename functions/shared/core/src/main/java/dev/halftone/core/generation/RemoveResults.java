package dev.halftone.core.generation;

import dev.halftone.core.generation.GenerationState.Succeeded;
import java.util.LinkedHashSet;
import java.util.Set;

/** Removes every file that a generation may have left, recorded or not. */
public final class RemoveResults {

    private final MediaStore store;

    public RemoveResults(MediaStore store) {
        this.store = store;
    }

    /** A worker that died between storing and recording left files that only their keys tell of. */
    void removeAll(Generation generation) {
        Set<ObjectKey> keys = new LinkedHashSet<>();
        if (generation.state() instanceof Succeeded succeeded) {
            succeeded.media().forEach(media -> keys.add(media.key()));
        }
        for (MediaType type : MediaType.of(generation.request().kind())) {
            for (int index = 0; index < CopyResults.RESULTS_MAX; index++) {
                keys.add(ObjectKey.result(generation.owner(), generation.id(), index, type));
            }
        }
        keys.forEach(store::remove);
    }
}
