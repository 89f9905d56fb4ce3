package dev.halftone.lambda;

import dev.halftone.core.asset.Asset;
import dev.halftone.core.asset.AssetFile;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.Media;

/**
 * What is recorded of a stored file, wherever it is told.
 *
 * @param storagePath where it lies in the store
 * @param media the address below that of the service, which leads its owner to it
 * @param access how it can be reached: nothing is ever public, links are signed
 */
public record FileFacts(
        String name,
        long bytes,
        String contentType,
        String storagePath,
        String media,
        String access) {

    private static final String SIGNED = "signed";

    /** Of something that was brought along. */
    public static FileFacts of(Asset asset, AssetFile file) {
        return new FileFacts(
                asset.name().value(),
                file.bytes(),
                file.type().contentType(),
                file.key().value(),
                "/v1/assets/" + asset.id() + "/media",
                SIGNED);
    }

    /**
     * Of a result.
     *
     * @param name that it is given where it goes, for it has none of its own
     */
    public static FileFacts of(Generation generation, int index, Media media, String name) {
        return new FileFacts(
                name,
                media.bytes(),
                media.type().contentType(),
                media.key().value(),
                address(generation, index),
                SIGNED);
    }

    static String address(Generation generation, int index) {
        return "/v1/generations/" + generation.id() + "/media/" + index;
    }
}
