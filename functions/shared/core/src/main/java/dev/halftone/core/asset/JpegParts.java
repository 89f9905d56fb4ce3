package dev.halftone.core.asset;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A JPEG without its camera's notes, comments and previews. (ITU-T T.81, annex B; what the
 * application segments hold: Exif 2.32 and ICC.1, annex B.)
 */
final class JpegParts {

    private static final int SEGMENTS_MAX = 100_000;
    private static final int SCAN_WINDOW_BYTES = 64 * 1024;
    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int JFIF = 0xE0;
    private static final int CAMERA = 0xE1;
    private static final int COLOURS = 0xE2;
    private static final int ADOBE = 0xEE;
    private static final int COMMENT = 0xFE;
    private static final String EXIF = "Exif\0\0";
    private static final String ICC = "ICC_PROFILE\0";
    private static final String MORE_PICTURES = "MPF\0";

    private final ByteSource source;
    private final List<Segment> kept = new ArrayList<>();
    private long width;
    private long height;
    private int orientation = Orientation.UPRIGHT;
    // Further pictures follow behind the end, as cameras write them; they are cut off.
    private boolean announcesMore;
    private boolean hasScan;

    private JpegParts(ByteSource source) {
        this.source = source;
    }

    static Inspection of(ByteSource source) {
        return new JpegParts(source).inspect();
    }

    private Inspection inspect() {
        long at = 2;
        for (int segment = 0; segment < SEGMENTS_MAX; segment++) {
            ByteBuffer begin = source.read(at, 2);
            int marker = Byte.toUnsignedInt(begin.get(1));
            if (Byte.toUnsignedInt(begin.get(0)) != 0xFF || marker == START || marker == 0) {
                return Inspection.damaged();
            }
            if (marker == 0xFF) {
                // Any marker may be preceded by such bytes; without them nothing is missing.
                at++;
                continue;
            }
            if (marker == END) {
                return end(at);
            }
            int length = Short.toUnsignedInt(source.read(at + 2, 2).getShort(0));
            if (length < 2) {
                return Inspection.damaged();
            }
            long next = at + 2 + length;
            take(marker, at, length);
            if (isFrame(marker) && !Inspection.withinLimits(width, height)) {
                return new Inspection.Unfit(AssetRefusal.TOO_MANY_PIXELS);
            }
            if (marker == SCAN) {
                hasScan = true;
                long scanEnd = scanEnd(next);
                kept.add(new Segment.Kept(next, scanEnd - next));
                next = scanEnd;
            }
            at = next;
        }
        return Inspection.damaged();
    }

    private void take(int marker, long at, int length) {
        ByteBuffer content = source.read(at + 4, length - 2);
        if (isFrame(marker)) {
            height = Short.toUnsignedLong(content.getShort(1));
            width = Short.toUnsignedLong(content.getShort(3));
        }
        if (marker == CAMERA && begins(content, EXIF)) {
            orientation = Orientation.read(content.slice(6, content.remaining() - 6));
        }
        announcesMore |= marker == COLOURS && begins(content, MORE_PICTURES);
        if (isNeeded(marker, content)) {
            kept.add(new Segment.Kept(at, 2L + length));
        }
    }

    private static boolean isNeeded(int marker, ByteBuffer content) {
        boolean isApplication = marker >= JFIF && marker <= 0xEF;
        if (!isApplication) {
            return marker != COMMENT;
        }
        // A JFIF segment may have a preview behind its fourteen bytes, and then an extension.
        return switch (marker) {
            case JFIF -> begins(content, "JFIF\0") && content.remaining() <= 14;
            case COLOURS -> begins(content, ICC);
            case ADOBE -> begins(content, "Adobe") && content.remaining() <= 12;
            default -> false;
        };
    }

    /** Frames of all codings; C4, C8 and CC are tables. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0
                && marker <= 0xCF
                && marker != 0xC4
                && marker != 0xC8
                && marker != 0xCC;
    }

    /** Coded pixels go on until a marker that is neither a restart nor a stuffed byte. */
    private long scanEnd(long begin) {
        long at = begin;
        boolean escaped = false;
        while (true) {
            int length = (int) Math.min(SCAN_WINDOW_BYTES, source.size() - at);
            ByteBuffer window = source.read(at, Math.max(1, length));
            for (int i = 0; i < length; i++) {
                int value = Byte.toUnsignedInt(window.get(i));
                if (escaped && value != 0 && value != 0xFF && (value < 0xD0 || value > 0xD7)) {
                    return at + i - 1;
                }
                escaped = value == 0xFF;
            }
            at += length;
        }
    }

    private Inspection end(long at) {
        if (!hasScan || width == 0 || height == 0) {
            return Inspection.damaged();
        }
        if (at + 2 != source.size() && !announcesMore) {
            return Inspection.trailing();
        }
        List<Segment> whole = new ArrayList<>();
        whole.add(new Segment.Kept(0, 2));
        if (orientation != Orientation.UPRIGHT) {
            whole.add(new Segment.Written(cameraSegment(orientation)));
        }
        whole.addAll(kept);
        whole.add(new Segment.Kept(at, 2));
        return Inspection.picture(AssetType.JPEG, width, height, orientation, whole);
    }

    private static ByteBuffer cameraSegment(int orientation) {
        ByteBuffer tiff = Orientation.write(orientation);
        int length = 2 + EXIF.length() + tiff.remaining();
        return ByteBuffer.allocate(2 + length)
                .put((byte) 0xFF)
                .put((byte) CAMERA)
                .putShort((short) length)
                .put(EXIF.getBytes(StandardCharsets.US_ASCII))
                .put(tiff)
                .flip();
    }

    private static boolean begins(ByteBuffer content, String with) {
        byte[] bytes = with.getBytes(StandardCharsets.US_ASCII);
        return content.remaining() >= bytes.length
                && content.slice(0, bytes.length).equals(ByteBuffer.wrap(bytes));
    }
}
