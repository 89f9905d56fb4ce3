package dev.halftone.core.asset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of a file on this machine. */
final class FileSource implements ByteSource, AutoCloseable {

    private final FileChannel channel;
    private final long size;

    private FileSource(FileChannel channel, long size) {
        this.channel = channel;
        this.size = size;
    }

    static FileSource open(Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            return new FileSource(channel, channel.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        try {
            ByteBuffer bytes = ByteBuffer.allocate(length);
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, at + bytes.position()) < 0) {
                    throw new BufferUnderflowException();
                }
            }
            return bytes.flip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
