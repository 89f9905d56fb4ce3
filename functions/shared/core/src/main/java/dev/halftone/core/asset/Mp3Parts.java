package dev.halftone.core.asset;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;

/**
 * An MP3 without its tags: frame after frame, each saying how long it is. (ISO/IEC 11172-3, 2.4.2;
 * ISO/IEC 13818-3; ID3v2.4, section 3.1.)
 */
final class Mp3Parts {

    /** "ID3". */
    static final int TAG = 0x494433;

    private static final int TAG_BYTES = 10;
    private static final int TAG_FOOTER = 0x10;
    private static final int OLD_TAG = 0x544147; // "TAG"
    private static final int OLD_TAG_BYTES = 128;
    private static final int WINDOW_BYTES = 64 * 1024;
    private static final int FRAME_BYTES_MAX = 2_881;
    // Fewer could be chance in any file.
    private static final int FRAMES_MIN = 2;
    private static final List<Integer> KILOBITS_1 =
            List.of(0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320);
    private static final List<Integer> KILOBITS_2 =
            List.of(0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160);
    private static final List<Integer> SAMPLES_A_SECOND = List.of(44_100, 48_000, 32_000);

    private Mp3Parts() {}

    /** The header of a frame of layer III, in one of the three versions. */
    static boolean isFrame(int header) {
        int version = header >>> 19 & 3;
        int kilobits = header >>> 12 & 15;
        return header >>> 21 == 0x7FF
                && version != 1
                && (header >>> 17 & 3) == 1
                && kilobits != 0
                && kilobits != 15
                && (header >>> 10 & 3) != 3;
    }

    static Inspection of(ByteSource source) {
        long begin = begin(source);
        long end = end(source);
        long at = begin;
        long frames = 0;
        long samples = 0;
        long samplesASecond = 0;
        ByteBuffer window = ByteBuffer.allocate(0);
        long windowAt = at;
        while (end - at >= 4) {
            if (at + FRAME_BYTES_MAX > windowAt + window.limit()) {
                windowAt = at;
                window = source.read(at, (int) Math.min(WINDOW_BYTES, end - at));
            }
            int header = window.getInt((int) (at - windowAt));
            if (!isFrame(header)) {
                break;
            }
            long length = length(header);
            if (length > end - at) {
                // Cut off in its last frame, as recorders leave them; that one is left out.
                end = at;
                break;
            }
            samplesASecond = samplesASecond(header);
            samples += isFirst(header) ? 1_152 : 576;
            frames++;
            at += length;
        }
        if (frames < FRAMES_MIN) {
            return Inspection.damaged();
        }
        return at == end
                ? Inspection.sound(
                        AssetType.MP3,
                        Duration.ofMillis(samples * 1000 / samplesASecond),
                        List.of(new Segment.Kept(begin, end - begin)))
                : Inspection.trailing();
    }

    /** Behind the tag at the beginning, whose length has seven bits a byte. */
    private static long begin(ByteSource source) {
        ByteBuffer tag = source.read(0, TAG_BYTES);
        if (tag.getInt(0) >>> 8 != TAG) {
            return 0;
        }
        int size = 0;
        for (int i = 6; i < TAG_BYTES; i++) {
            size = size << 7 | (tag.get(i) & 0x7F);
        }
        boolean hasFooter = (tag.get(5) & TAG_FOOTER) != 0;
        return TAG_BYTES + (long) size + (hasFooter ? TAG_BYTES : 0);
    }

    private static long end(ByteSource source) {
        if (source.size() < OLD_TAG_BYTES) {
            return source.size();
        }
        ByteBuffer tag = source.read(source.size() - OLD_TAG_BYTES, 4);
        return tag.getInt(0) >>> 8 == OLD_TAG ? source.size() - OLD_TAG_BYTES : source.size();
    }

    private static boolean isFirst(int header) {
        return (header >>> 19 & 3) == 3;
    }

    private static int samplesASecond(int header) {
        int divisor =
                switch (header >>> 19 & 3) {
                    case 3 -> 1;
                    case 2 -> 2;
                    default -> 4;
                };
        return SAMPLES_A_SECOND.get(header >>> 10 & 3) / divisor;
    }

    private static long length(int header) {
        List<Integer> kilobits = isFirst(header) ? KILOBITS_1 : KILOBITS_2;
        int bits = kilobits.get(header >>> 12 & 15) * 1000;
        int padding = header >>> 9 & 1;
        return (isFirst(header) ? 144L : 72L) * bits / samplesASecond(header) + padding;
    }
}
