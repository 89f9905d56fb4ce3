package dev.halftone.core.asset;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/** The bytes of an object, of which only the parts that are read are transferred. */
final class StoredSource implements ByteSource {

    private final AssetFiles files;
    private final AssetKey key;
    private final long size;

    StoredSource(AssetFiles files, AssetKey key, long size) {
        this.files = files;
        this.key = key;
        this.size = size;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public ByteBuffer read(long at, int length) {
        if (length < 0 || at < 0 || at > size - length) {
            throw new BufferUnderflowException();
        }
        if (length == 0) {
            return ByteBuffer.allocate(0);
        }
        ByteBuffer bytes = files.read(key, at, length);
        if (bytes.remaining() < length) {
            throw new BufferUnderflowException();
        }
        return bytes;
    }
}
