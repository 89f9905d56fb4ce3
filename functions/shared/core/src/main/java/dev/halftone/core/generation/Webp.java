package dev.halftone.core.generation;

import dev.halftone.core.catalogue.Dimensions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads the size of a WebP and whether it is as long as it says, without decoding a pixel. (RFC
 * 9649, sections 2.4 to 2.7.)
 */
final class Webp {

    private static final int RIFF = 0x46464952;
    private static final int WEBP = 0x50424557;
    private static final int EXTENDED = 0x58385056; // VP8X
    private static final int LOSSY = 0x20385056; // VP8
    private static final int LOSSLESS = 0x4C385056; // VP8L
    private static final int HEAD_BYTES = 30;
    private static final int FIRST_CHUNK = 12;
    private static final int CONTENT = 20;
    private static final int SIDE_MASK = (1 << 14) - 1;
    private static final int SIDE_MAX = 16_384;

    private Webp() {}

    /** The size, or empty if the file is not one whole WebP. */
    static Optional<Dimensions> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            ByteBuffer head =
                    ByteBuffer.wrap(in.readNBytes(HEAD_BYTES)).order(ByteOrder.LITTLE_ENDIAN);
            boolean isWhole =
                    head.remaining() == HEAD_BYTES
                            && head.getInt(0) == RIFF
                            && Integer.toUnsignedLong(head.getInt(4)) == Files.size(file) - 8
                            && head.getInt(8) == WEBP;
            return isWhole ? size(head) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Dimensions> size(ByteBuffer head) {
        return switch (head.getInt(FIRST_CHUNK)) {
            // Sides less one, in three bytes each.
            case EXTENDED ->
                    size(
                            (head.getInt(CONTENT + 4) & 0xFFFFFF) + 1,
                            (head.getInt(CONTENT + 6) >>> 8) + 1);
            case LOSSY ->
                    size(
                            head.getShort(CONTENT + 6) & SIDE_MASK,
                            head.getShort(CONTENT + 8) & SIDE_MASK);
            // Sides less one, in fourteen bits each, behind a byte.
            case LOSSLESS -> {
                int bits = head.getInt(CONTENT + 1);
                yield size((bits & SIDE_MASK) + 1, (bits >>> 14 & SIDE_MASK) + 1);
            }
            default -> Optional.empty();
        };
    }

    private static Optional<Dimensions> size(int width, int height) {
        return width < 1 || height < 1 || width > SIDE_MAX || height > SIDE_MAX
                ? Optional.empty()
                : Optional.of(new Dimensions(width, height));
    }
}
