package dev.halftone.core.asset;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A still WebP without its camera's notes. (RFC 9649, section 2.) */
final class WebpParts {

    private static final int RIFF_BYTES = 12;
    private static final int CHUNK_BYTES = 8;
    private static final int CHUNKS_MAX = 1_000;
    private static final int NOTES_MAX = 1024 * 1024;
    private static final int LOSSY = 0x56503820; // VP8
    private static final int LOSSLESS = 0x5650384C; // VP8L
    private static final int EXTENDED = 0x56503858; // VP8X
    private static final int ALPHA = 0x414C5048; // ALPH
    private static final int COLOURS = 0x49434350; // ICCP
    private static final int CAMERA = 0x45584946; // EXIF
    private static final int EXTENDED_BYTES = 10;
    private static final int HAS_COLOURS = 0x20;
    private static final int HAS_ALPHA = 0x10;
    private static final int HAS_CAMERA = 0x08;
    private static final int IS_ANIMATED = 0x02;
    private static final int LOSSLESS_MARK = 0x2F;

    private record Size(int width, int height) {}

    private final ByteSource source;
    private final List<Segment> kept = new ArrayList<>();
    private @Nullable Size canvas;
    private @Nullable Size pixels;
    private int flags;
    private int orientation = Orientation.UPRIGHT;

    private WebpParts(ByteSource source) {
        this.source = source;
    }

    static Inspection of(ByteSource source) {
        long riff = Integer.toUnsignedLong(little(source.read(4, 4)).getInt(0)) + 8;
        if (riff > source.size()) {
            return Inspection.damaged();
        }
        return riff < source.size() ? Inspection.trailing() : new WebpParts(source).inspect(riff);
    }

    private Inspection inspect(long end) {
        long at = RIFF_BYTES;
        for (int chunk = 0; at < end; chunk++) {
            ByteBuffer begin = source.read(at, CHUNK_BYTES);
            int type = begin.getInt(0);
            long length = Integer.toUnsignedLong(little(begin).getInt(4));
            long padded = CHUNK_BYTES + length + (length & 1);
            if (chunk >= CHUNKS_MAX || padded > end - at) {
                return Inspection.damaged();
            }
            take(type, at, length, padded);
            at += padded;
        }
        if ((flags & IS_ANIMATED) != 0) {
            return new Inspection.Unfit(AssetRefusal.UNSUPPORTED_TYPE);
        }
        // A canvas that is not its picture's would say one size and cost another.
        if (pixels == null || (canvas != null && !canvas.equals(pixels))) {
            return Inspection.damaged();
        }
        return Inspection.picture(
                AssetType.WEBP,
                pixels.width(),
                pixels.height(),
                canvas == null ? Orientation.UPRIGHT : orientation,
                rewritten(kept, canvas, flags, orientation));
    }

    /** Unknown chunks may be left out, and nobody misses a text. */
    private void take(int type, long at, long length, long padded) {
        if (type == EXTENDED) {
            ByteBuffer extended = little(source.read(at + CHUNK_BYTES, EXTENDED_BYTES));
            flags = Byte.toUnsignedInt(extended.get(0));
            canvas = new Size(three(extended, 4) + 1, three(extended, 7) + 1);
        }
        if (type == LOSSY || type == LOSSLESS) {
            pixels = size(source, type, at + CHUNK_BYTES);
        }
        if (type == LOSSY || type == LOSSLESS || type == ALPHA || type == COLOURS) {
            kept.add(new Segment.Kept(at, padded));
        }
        if (type == CAMERA && length <= NOTES_MAX) {
            orientation = Orientation.read(source.read(at + CHUNK_BYTES, (int) length));
        }
    }

    /** With a header that says what is left, and how long it is. */
    private static List<Segment> rewritten(
            List<Segment> chunks, @Nullable Size canvas, int flags, int orientation) {
        List<Segment> all = new ArrayList<>(chunks);
        boolean turned = canvas != null && orientation != Orientation.UPRIGHT;
        if (turned) {
            all.add(new Segment.Written(cameraChunk(orientation)));
        }
        if (canvas != null) {
            int left = (flags & (HAS_COLOURS | HAS_ALPHA)) | (turned ? HAS_CAMERA : 0);
            ByteBuffer extended = ByteBuffer.allocate(CHUNK_BYTES + EXTENDED_BYTES);
            extended.putInt(EXTENDED).order(ByteOrder.LITTLE_ENDIAN).putInt(EXTENDED_BYTES);
            extended.putInt(left);
            putThree(extended, canvas.width() - 1);
            putThree(extended, canvas.height() - 1);
            all.addFirst(new Segment.Written(extended.flip()));
        }
        long length = 4;
        for (Segment each : all) {
            length +=
                    switch (each) {
                        case Segment.Kept part -> part.length();
                        case Segment.Written part -> part.bytes().remaining();
                        case Segment.Blank part -> part.length();
                    };
        }
        ByteBuffer header = ByteBuffer.allocate(RIFF_BYTES);
        header.putInt(0x52494646).order(ByteOrder.LITTLE_ENDIAN).putInt((int) length);
        header.order(ByteOrder.BIG_ENDIAN).putInt(0x57454250);
        all.addFirst(new Segment.Written(header.flip()));
        return all;
    }

    private static ByteBuffer cameraChunk(int orientation) {
        ByteBuffer tiff = Orientation.write(orientation);
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES + tiff.remaining());
        chunk.putInt(CAMERA).order(ByteOrder.LITTLE_ENDIAN).putInt(tiff.remaining()).put(tiff);
        return chunk.flip();
    }

    private static Size size(ByteSource source, int type, long at) {
        ByteBuffer begin = little(source.read(at, 10));
        if (type == LOSSY) {
            // Three bytes of the frame, three of a start code, and 14 bits each.
            return new Size(begin.getShort(6) & 0x3FFF, begin.getShort(8) & 0x3FFF);
        }
        int bits = begin.getInt(1);
        return begin.get(0) == LOSSLESS_MARK
                ? new Size((bits & 0x3FFF) + 1, (bits >>> 14 & 0x3FFF) + 1)
                : new Size(0, 0);
    }

    private static int three(ByteBuffer bytes, int at) {
        return Byte.toUnsignedInt(bytes.get(at))
                | Byte.toUnsignedInt(bytes.get(at + 1)) << 8
                | Byte.toUnsignedInt(bytes.get(at + 2)) << 16;
    }

    private static void putThree(ByteBuffer bytes, int value) {
        bytes.put((byte) value).put((byte) (value >>> 8)).put((byte) (value >>> 16));
    }

    private static ByteBuffer little(ByteBuffer bytes) {
        return bytes.order(ByteOrder.LITTLE_ENDIAN);
    }
}
