package dev.halftone.core.mark;

import java.nio.ByteBuffer;

/** A part of a file that is written: either copied from the one that is read, or new. */
sealed interface Piece {

    /** So many bytes of the file that is read. */
    record Range(long at, long length) implements Piece {

        long end() {
            return at + length;
        }
    }

    /** Bytes that were not there before. */
    record New(ByteBuffer bytes) implements Piece {}
}
