package dev.halftone.core.asset;

import dev.halftone.core.catalogue.Dimensions;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An asset's file as its own bytes describe it, stored and free of what its maker did not mean to
 * tell.
 *
 * @param bytes as stored
 * @param size {@code null} for a sound
 * @param duration {@code null} for a picture
 * @param sha256 of what is stored, lower-case hexadecimal
 * @param thumbnail {@code null} where none can be made
 */
public record AssetFile(
        AssetKey key,
        AssetType type,
        long bytes,
        @Nullable Dimensions size,
        @Nullable Duration duration,
        String sha256,
        @Nullable AssetKey thumbnail) {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public AssetFile {
        boolean measured =
                switch (type.kind()) {
                    case PICTURE -> size != null && duration == null;
                    case SOUND -> size == null && duration != null;
                    case FILM -> size != null && duration != null;
                };
        if (!measured || bytes < 1 || !HASH.matcher(sha256).matches()) {
            throw new IllegalArgumentException("A picture is seen, a sound heard, a film both");
        }
    }
}
