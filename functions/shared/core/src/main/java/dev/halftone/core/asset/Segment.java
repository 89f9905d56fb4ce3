package dev.halftone.core.asset;

import java.nio.ByteBuffer;

/** A piece of what is kept of a file. */
sealed interface Segment {

    /** As it was. */
    record Kept(long at, long length) implements Segment {}

    /** In the place of what was there. */
    record Written(ByteBuffer bytes) implements Segment {
        public Written {
            bytes = bytes.asReadOnlyBuffer();
        }
    }

    /** Zeros, as long as what was there, where others say at which byte they begin. */
    record Blank(long length) implements Segment {}
}
