package dev.halftone.core.asset;

import java.nio.ByteBuffer;

/** Bytes that are read in parts, wherever they lie. */
interface ByteSource {

    long size();

    /**
     * A part, big-endian.
     *
     * @throws java.nio.BufferUnderflowException if it ends before
     */
    ByteBuffer read(long at, int length);
}
