package dev.halftone.core.generation;

import dev.halftone.core.catalogue.Dimensions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    private static final int TRACK = 0x7472616B; // trak
    private static final int TRACK_HEADER = 0x746B6864; // tkhd
    private static final int MEDIA = 0x6D646961; // mdia
    private static final int MEDIA_HEADER = 0x6D646864; // mdhd
    private static final int HANDLER = 0x68646C72; // hdlr
    private static final int VIDEO = 0x76696465; // vide
    private static final int SOUND = 0x736F756E; // soun

    private static final int HEADER_BYTES = 8;
    private static final int LARGE_HEADER_BYTES = 16;
    // A box whose size stands in 64 bits behind its type.
    private static final int LARGE = 1;
    private static final int BOXES_MAX = 10_000;
    // An index of a film of a minute has some ten thousand bytes.
    private static final int MOVIE_BYTES_MAX = 4 * 1024 * 1024;
    private static final int SIDE_MAX = 16_384;
    private static final long SECONDS_MAX = 86_400;

    /**
     * What the index says of the pictures.
     *
     * @param heard whether there is a sound to them
     */
    record Film(Dimensions size, Duration length, boolean heard) {}

    private record Box(int type, ByteBuffer content) {}

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
        List<List<Box>> tracks =
                boxes(movie).stream()
                        .filter(box -> box.type() == TRACK)
                        .map(track -> boxes(track.content()))
                        .toList();
        boolean heard = tracks.stream().anyMatch(track -> handler(track) == SOUND);
        return tracks.stream()
                .filter(track -> handler(track) == VIDEO)
                .findFirst()
                .flatMap(
                        track ->
                                film(
                                        content(track, TRACK_HEADER),
                                        content(boxes(content(track, MEDIA)), MEDIA_HEADER),
                                        heard));
    }

    private static int handler(List<Box> track) {
        return content(boxes(content(track, MEDIA)), HANDLER).getInt(8);
    }

    /** Both headers have a longer form, whose times have 64 bits. */
    private static Optional<Film> film(ByteBuffer track, ByteBuffer media, boolean heard) {
        int sizeAt = track.get(0) == 0 ? 76 : 88;
        // Pixels as fixed-point numbers of 16 and 16 bits.
        int width = track.getInt(sizeAt) >>> 16;
        int height = track.getInt(sizeAt + 4) >>> 16;
        boolean isShort = media.get(0) == 0;
        long unitsPerSecond = Integer.toUnsignedLong(media.getInt(isShort ? 12 : 20));
        long units = isShort ? Integer.toUnsignedLong(media.getInt(16)) : media.getLong(24);
        boolean possible =
                width > 0
                        && height > 0
                        && width <= SIDE_MAX
                        && height <= SIDE_MAX
                        && units > 0
                        && unitsPerSecond > 0
                        && units / unitsPerSecond <= SECONDS_MAX;
        return possible
                ? Optional.of(
                        new Film(
                                new Dimensions(width, height),
                                Duration.ofMillis(units * 1000 / unitsPerSecond),
                                heard))
                : Optional.empty();
    }

    private static ByteBuffer content(List<Box> boxes, int type) {
        return boxes.stream()
                .filter(box -> box.type() == type)
                .findFirst()
                .map(Box::content)
                .orElseThrow(BufferUnderflowException::new);
    }

    private static List<Box> boxes(ByteBuffer parent) {
        List<Box> boxes = new ArrayList<>();
        ByteBuffer rest = parent.duplicate();
        while (rest.hasRemaining() && boxes.size() < BOXES_MAX) {
            int size = rest.getInt() - HEADER_BYTES;
            int type = rest.getInt();
            if (size < 0 || size > rest.remaining()) {
                throw new BufferUnderflowException();
            }
            boxes.add(new Box(type, rest.slice(rest.position(), size)));
            rest.position(rest.position() + size);
        }
        return boxes;
    }
}
