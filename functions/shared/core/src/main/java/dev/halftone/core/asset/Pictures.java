package dev.halftone.core.asset;

import java.nio.file.Path;

/** Decodes pictures; whoever asks has made sure that they are small enough to be decoded. */
public interface Pictures {

    /** What a thumbnail is, whatever it is of. */
    String THUMBNAIL_CONTENT_TYPE = "image/jpeg";

    /** Of the longer side, in pixels. */
    int THUMBNAIL_SIDE_MAX = 320;

    /**
     * Makes a small JPEG of a picture.
     *
     * @param orientation as Exif numbers it, from 1 to 8; the thumbnail is upright
     * @param target replaced if it exists
     * @return {@code false} if the picture cannot be decoded
     */
    boolean thumbnail(Path picture, AssetType type, int orientation, Path target);
}
