package dev.halftone.core.generation;

import dev.halftone.core.catalogue.Dimensions;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads the size of a JPEG and whether it comes to its end, without decoding a pixel. (ITU-T T.81,
 * annex B: segments, each with its length, until the data; an end marker at last.)
 */
final class Jpeg {

    private static final int START = 0xFFD8;
    private static final int END = 0xFFD9;
    private static final int DATA = 0xFFDA;
    private static final int MARKER_BYTES = 2;
    private static final int SEGMENTS_MAX = 10_000;
    private static final int SIDE_MAX = 16_384;

    private Jpeg() {}

    /** The size, or empty if the file is not one whole JPEG. */
    static Optional<Dimensions> read(Path file) {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return in.readUnsignedShort() == START && endsWell(file) ? frame(in) : Optional.empty();
        } catch (EOFException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean endsWell(Path file) throws IOException {
        try (RandomAccessFile end = new RandomAccessFile(file.toFile(), "r")) {
            end.seek(Math.max(0, end.length() - MARKER_BYTES));
            return end.readUnsignedShort() == END;
        }
    }

    /** What the frame's header says; it comes before the data. */
    private static Optional<Dimensions> frame(DataInputStream in) throws IOException {
        Optional<Dimensions> size = Optional.empty();
        for (int segment = 0; segment < SEGMENTS_MAX; segment++) {
            int marker = in.readUnsignedShort();
            if (marker == DATA) {
                return size;
            }
            int length = in.readUnsignedShort() - MARKER_BYTES;
            if (marker >> 8 != 0xFF || length < 0) {
                return Optional.empty();
            }
            if (isFrame(marker) && size.isEmpty()) {
                // Before them stands how many bits a sample has.
                in.skipNBytes(1);
                int height = in.readUnsignedShort();
                size = size(in.readUnsignedShort(), height);
                length -= 5;
            }
            in.skipNBytes(Math.max(0, length));
        }
        return Optional.empty();
    }

    /** Of sixteen kinds, three are no frames: two are tables, one is reserved. */
    private static boolean isFrame(int marker) {
        return marker >= 0xFFC0
                && marker <= 0xFFCF
                && marker != 0xFFC4
                && marker != 0xFFC8
                && marker != 0xFFCC;
    }

    private static Optional<Dimensions> size(int width, int height) {
        return width < 1 || height < 1 || width > SIDE_MAX || height > SIDE_MAX
                ? Optional.empty()
                : Optional.of(new Dimensions(width, height));
    }
}
