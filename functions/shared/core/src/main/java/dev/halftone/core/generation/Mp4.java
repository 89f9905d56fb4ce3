package dev.halftone.core.generation;

import dev.halftone.core.asset.MovieIndex;
import dev.halftone.core.catalogue.Dimensions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads the size and length of an MP4 and whether it is whole, without decoding a frame. A file is
 * a sequence of boxes that say how long they are: one that was cut short does not add up. (ISO/IEC
 * 14496-12, sections 4.2 and 8.)
 */
final class Mp4 {

    private static final int FILE_TYPE = 0x66747970; // ftyp
    private static final int MOVIE = 0x6D6F6F76; // moov
    private static final int MEDIA_DATA = 0x6D646174; // mdat

    private static final int HEADER_BYTES = 8;
    private static final int LARGE_HEADER_BYTES = 16;
    // A box whose size stands in 64 bits behind its type.
    private static final int LARGE = 1;
    private static final int BOXES_MAX = 10_000;
    // An index of a film of a minute has some ten thousand bytes.
    private static final int MOVIE_BYTES_MAX = 4 * 1024 * 1024;
    private static final int SIDE_MAX = 16_384;

    /**
     * What the index says of the pictures.
     *
     * @param heard whether there is a sound to them
     */
    record Film(Dimensions size, Duration length, boolean heard) {}

    private Mp4() {}

    /** The film, or empty if the file is not one whole MP4 with moving pictures. */
    static Optional<Film> read(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return movie(channel).flatMap(Mp4::film);
        } catch (BufferUnderflowException | IndexOutOfBoundsException _) {
            // A box ends before what it must hold.
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The index, if the boxes add up to the file, and there is something to be indexed. */
    private static Optional<ByteBuffer> movie(FileChannel channel) throws IOException {
        Optional<ByteBuffer> movie = Optional.empty();
        boolean hasData = false;
        long at = 0;
        for (int box = 0; box < BOXES_MAX && at < channel.size(); box++) {
            ByteBuffer header = bytes(channel, at, HEADER_BYTES);
            long size = Integer.toUnsignedLong(header.getInt());
            int type = header.getInt();
            int headerBytes = size == LARGE ? LARGE_HEADER_BYTES : HEADER_BYTES;
            if (size == LARGE) {
                size = bytes(channel, at + HEADER_BYTES, Long.BYTES).getLong();
            }
            // "Until the end of the file" (0) would hide that the end is missing.
            boolean misplaced = (box == 0) != (type == FILE_TYPE);
            if (size < headerBytes || size > channel.size() - at || misplaced) {
                return Optional.empty();
            }
            if (type == MOVIE) {
                if (movie.isPresent() || size > MOVIE_BYTES_MAX) {
                    return Optional.empty();
                }
                movie = Optional.of(bytes(channel, at + headerBytes, (int) size - headerBytes));
            }
            hasData |= type == MEDIA_DATA && size > headerBytes;
            at += size;
        }
        return at == channel.size() && hasData ? movie : Optional.empty();
    }

    private static ByteBuffer bytes(FileChannel channel, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, at + bytes.position()) < 0) {
                throw new BufferUnderflowException();
            }
        }
        return bytes.flip();
    }

    private static Optional<Film> film(ByteBuffer movie) {
        MovieIndex index = MovieIndex.read(movie);
        Dimensions size = index.size();
        Duration length = index.film();
        if (size == null || length == null || size.longSide() > SIDE_MAX) {
            return Optional.empty();
        }
        return length.isPositive() && length.compareTo(MovieIndex.LONGEST) < 0
                ? Optional.of(new Film(size, length, index.sound() != null))
                : Optional.empty();
    }
}
