package dev.halftone.core.generation;

import dev.halftone.core.asset.StorageUse;

/** How much of its owner's storage the results of a generation take. */
public final class StoredResults {

    private StoredResults() {}

    /** Nothing before they are delivered, nor once they are removed; as much if they were free. */
    public static StorageUse of(Generation generation) {
        return switch (generation.state()) {
            case GenerationState.Succeeded succeeded ->
                    new StorageUse(succeeded.media().stream().mapToLong(Media::bytes).sum(), 0);
            case GenerationState.Accepted _,
                    GenerationState.Submitting _,
                    GenerationState.Running _,
                    GenerationState.Delivering _,
                    GenerationState.Failed _ ->
                    StorageUse.NOTHING;
        };
    }

    /** By how much a step of a generation changes it. */
    public static StorageUse difference(Generation before, Generation after) {
        return of(after).minus(of(before));
    }
}
