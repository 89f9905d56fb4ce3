package dev.halftone.core.asset;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A WAV without texts and notes. (Microsoft, Multimedia Programming Interface 1.0, chapter 3.) */
final class WavParts {

    private static final int RIFF_BYTES = 12;
    private static final int CHUNK_BYTES = 8;
    private static final int CHUNKS_MAX = 1_000;
    private static final int FORMAT = 0x666D7420; // fmt
    private static final int DATA = 0x64617461; // data
    private static final int FORMAT_BYTES_MIN = 16;
    private static final int CHANNELS_MAX = 8;
    // Whole numbers, fractions, and either with a longer description.
    private static final Set<Integer> CODINGS = Set.of(1, 3, 0xFFFE);

    private final ByteSource source;
    private final List<Segment> kept = new ArrayList<>();
    private long bytesPerSecond;
    private long soundBytes;
    private long length = 4;

    private WavParts(ByteSource source) {
        this.source = source;
    }

    static Inspection of(ByteSource source) {
        ByteBuffer size = source.read(4, 4).order(ByteOrder.LITTLE_ENDIAN);
        long riff = Integer.toUnsignedLong(size.getInt(0)) + 8;
        if (riff > source.size()) {
            return Inspection.damaged();
        }
        return riff < source.size() ? Inspection.trailing() : new WavParts(source).inspect(riff);
    }

    private Inspection inspect(long end) {
        long at = RIFF_BYTES;
        for (int chunk = 0; at < end; chunk++) {
            ByteBuffer begin = source.read(at, CHUNK_BYTES);
            int type = begin.getInt(0);
            long size = Integer.toUnsignedLong(begin.order(ByteOrder.LITTLE_ENDIAN).getInt(4));
            if (chunk >= CHUNKS_MAX || CHUNK_BYTES + size > end - at) {
                return Inspection.damaged();
            }
            // The last chunk may lack the byte that would make its length even.
            long padded = Math.min(CHUNK_BYTES + size + (size & 1), end - at);
            take(type, at, size, padded);
            at += padded;
        }
        if (bytesPerSecond <= 0 || soundBytes == 0) {
            return Inspection.damaged();
        }
        kept.addFirst(new Segment.Written(header(length)));
        return Inspection.sound(
                AssetType.WAV, Duration.ofMillis(soundBytes * 1000 / bytesPerSecond), kept);
    }

    private void take(int type, long at, long size, long padded) {
        if (type == FORMAT) {
            bytesPerSecond = bytesPerSecond(source.read(at + CHUNK_BYTES, FORMAT_BYTES_MIN));
        }
        if (type == DATA) {
            soundBytes += size;
        }
        if (type == FORMAT || type == DATA) {
            kept.add(new Segment.Kept(at, padded));
            length += padded;
        }
    }

    private static ByteBuffer header(long length) {
        ByteBuffer header = ByteBuffer.allocate(RIFF_BYTES);
        header.putInt(0x52494646).order(ByteOrder.LITTLE_ENDIAN).putInt((int) length);
        return header.order(ByteOrder.BIG_ENDIAN).putInt(0x57415645).flip();
    }

    /** Zero if it is no plain sound; what the header itself says is compared, not believed. */
    private static long bytesPerSecond(ByteBuffer format) {
        ByteBuffer little = format.order(ByteOrder.LITTLE_ENDIAN);
        int channels = Short.toUnsignedInt(little.getShort(2));
        long samples = Integer.toUnsignedLong(little.getInt(4));
        int bits = Short.toUnsignedInt(little.getShort(14));
        boolean plain =
                CODINGS.contains(Short.toUnsignedInt(little.getShort(0)))
                        && channels >= 1
                        && channels <= CHANNELS_MAX
                        && bits % 8 == 0;
        long bytes = samples * channels * bits / 8;
        return plain && bytes == Integer.toUnsignedLong(little.getInt(8)) ? bytes : 0;
    }
}
