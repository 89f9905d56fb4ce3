package dev.halftone.core.generation;

import dev.halftone.core.catalogue.Dimensions;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * Reads the size of a PNG and whether it is whole, without decoding a pixel, so that a hostile file
 * costs no memory. (W3C, Portable Network Graphics, third edition, section 5.)
 */
final class Png {

    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int HEADER = 0x49484452;
    private static final int END = 0x49454E44;
    private static final int CHUNKS_MAX = 100_000;
    private static final int SIDE_MAX = 16_384;

    private Png() {}

    /** The size, or empty if the file is not one whole PNG. */
    static Optional<Dimensions> read(Path file) {
        try (CheckedInputStream checked =
                        new CheckedInputStream(
                                new BufferedInputStream(Files.newInputStream(file)), new CRC32());
                DataInputStream in = new DataInputStream(checked)) {
            return in.readLong() == SIGNATURE ? chunks(in, checked) : Optional.empty();
        } catch (EOFException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Dimensions> chunks(DataInputStream in, CheckedInputStream checked)
            throws IOException {
        Optional<Dimensions> size = Optional.empty();
        for (int chunk = 0; chunk < CHUNKS_MAX; chunk++) {
            int length = in.readInt();
            checked.getChecksum().reset();
            int type = in.readInt();
            if (length < 0 || (chunk == 0) != (type == HEADER)) {
                return Optional.empty();
            }
            if (type == HEADER) {
                size = size(in.readInt(), in.readInt());
                in.skipNBytes(Math.max(0, length - 8));
            } else {
                in.skipNBytes(length);
            }
            long computed = checked.getChecksum().getValue();
            if (size.isEmpty() || Integer.toUnsignedLong(in.readInt()) != computed) {
                return Optional.empty();
            }
            if (type == END) {
                return size;
            }
        }
        return Optional.empty();
    }

    private static Optional<Dimensions> size(int width, int height) {
        return width < 1 || height < 1 || width > SIDE_MAX || height > SIDE_MAX
                ? Optional.empty()
                : Optional.of(new Dimensions(width, height));
    }
}
