package dev.halftone.core.mark;

import dev.halftone.core.mark.Piece.Range;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The bytes of a file, read where they lie, so that a film of any size takes no memory. */
final class Bytes implements AutoCloseable {

    /** A text about a file, or a header, and nothing larger, is read as a whole. */
    static final int PART_BYTES_MAX = 1024 * 1024;

    private final FileChannel channel;
    private final long size;

    private Bytes(FileChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    static Bytes open(Path file) {
        try {
            return new Bytes(FileChannel.open(file, StandardOpenOption.READ));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long size() {
        return size;
    }

    boolean has(long at, long length) {
        return at >= 0 && length >= 0 && length <= size - at;
    }

    /** A copy of a small part; it must be there, see {@link #has}. */
    ByteBuffer part(long at, int length) {
        if (length > PART_BYTES_MAX) {
            throw new IllegalArgumentException("A part of " + length + " bytes is not read");
        }
        ByteBuffer part = ByteBuffer.allocate(length);
        try {
            while (part.hasRemaining()) {
                if (channel.read(part, at + part.position()) < 0) {
                    throw new EOFException("A file became shorter while it was read");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return part.flip();
    }

    /** Writes parts of this file and new ones in the order given. */
    void write(List<? extends Piece> pieces, OutputStream target) {
        try {
            WritableByteChannel out = Channels.newChannel(target);
            for (Piece piece : pieces) {
                switch (piece) {
                    case Range range -> copy(range, out);
                    case Piece.New added -> out.write(added.bytes().duplicate());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy(Range range, WritableByteChannel out) throws IOException {
        long copied = 0;
        while (copied < range.length()) {
            long more = channel.transferTo(range.at() + copied, range.length() - copied, out);
            if (more <= 0) {
                throw new EOFException("A file became shorter while it was read");
            }
            copied += more;
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
