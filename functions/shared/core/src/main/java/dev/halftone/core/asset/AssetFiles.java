package dev.halftone.core.asset;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the files of assets lie, checked and unchecked. */
public interface AssetFiles {

    /**
     * How a browser uploads a file.
     *
     * @param headers to be sent exactly so; they are part of the signature
     */
    record Ticket(URI url, Map<String, String> headers) {
        public Ticket {
            headers = Map.copyOf(headers);
        }
    }

    /** Lets whoever has it put one file there, once, of exactly that type and size. */
    Ticket ticket(AssetKey key, AssetType type, long bytes, Duration lifetime);

    /** How many bytes lie there; empty if nothing does. */
    Optional<Long> size(AssetKey key);

    /** A part of what lies there; shorter if it ends before. */
    ByteBuffer read(AssetKey key, long at, int length);

    /**
     * Copies what lies there.
     *
     * @param target where to write; replaced if it exists
     * @return {@code false} if nothing lies there
     */
    boolean fetch(AssetKey key, Path target);

    /** Stores a file, in the place of what may be there from an earlier try. */
    void put(AssetKey key, String contentType, Path file);

    /** Keeps the address that an asset is to be fetched from, as it is, until it was looked at. */
    void putAddress(AssetId id, String address);

    /** The address that an asset is to be fetched from; empty if none waits. */
    Optional<String> address(AssetId id);

    /** Nothing lies there any more. */
    void remove(AssetKey key);

    /**
     * A link that anybody can open until it expires.
     *
     * @param downloadName makes the link a download under this file name
     */
    URI link(AssetKey key, Duration lifetime, @Nullable String downloadName);
}
