package dev.halftone.core.generation;

import java.nio.file.Path;

/** Copies a provider's result to a local file. */
public interface ResultDownload {

    /**
     * Copies one result.
     *
     * @param target where to write; replaced if it exists
     * @param bytesMax more than this is refused, whatever the provider announced
     */
    Outcome download(ProviderMedia media, Path target, long bytesMax);

    /** What became of the copy. */
    sealed interface Outcome {

        record Copied(long bytes) implements Outcome {}

        /** Not this time: unreachable, overloaded, too slow or cut short. It may work later. */
        record NotCopied(String detail) implements Outcome {}

        /**
         * The address is no longer served; the provider may have another one for the same result.
         */
        record Expired(String detail) implements Outcome {}

        /** There is nothing good at this address: too large, or not allowed to be asked. */
        record Unusable(String detail) implements Outcome {}
    }
}
