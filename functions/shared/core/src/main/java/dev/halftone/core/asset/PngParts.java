package dev.halftone.core.asset;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;

/** A PNG without texts, times and camera's notes. (W3C, PNG, third edition, section 5.) */
final class PngParts {

    private static final int SIGNATURE_BYTES = 8;
    private static final int CHUNK_BYTES = 12;
    private static final int CHUNKS_MAX = 100_000;
    private static final int NOTES_MAX = 1024 * 1024;
    private static final int HEADER = 0x49484452; // IHDR
    private static final int DATA = 0x49444154; // IDAT
    private static final int END = 0x49454E44; // IEND
    private static final int CAMERA = 0x65584966; // eXIf
    // What the pixels need to be shown as meant: palette, transparency, colours, resolution.
    private static final Set<Integer> NEEDED =
            Set.of(
                    HEADER,
                    DATA,
                    END,
                    0x504C5445,
                    0x74524E53,
                    0x67414D41,
                    0x6348524D,
                    0x73524742,
                    0x69434350,
                    0x73424954,
                    0x624B4744,
                    0x70485973,
                    0x63494350);

    private PngParts() {}

    static Inspection of(ByteSource source) {
        ByteBuffer header = source.read(SIGNATURE_BYTES, 16);
        if (header.getInt(4) != HEADER) {
            return Inspection.damaged();
        }
        long width = Integer.toUnsignedLong(header.getInt(8));
        long height = Integer.toUnsignedLong(header.getInt(12));
        if (width == 0 || height == 0) {
            return Inspection.damaged();
        }
        // Before anything else is read: nobody waits for what will be refused anyway.
        if (!Inspection.withinLimits(width, height)) {
            return new Inspection.Unfit(AssetRefusal.TOO_MANY_PIXELS);
        }
        return chunks(source, width, height);
    }

    private static Inspection chunks(ByteSource source, long width, long height) {
        List<Segment> kept = new ArrayList<>();
        kept.add(new Segment.Kept(0, SIGNATURE_BYTES));
        boolean hasData = false;
        int orientation = Orientation.UPRIGHT;
        long at = SIGNATURE_BYTES;
        for (int chunk = 0; chunk < CHUNKS_MAX; chunk++) {
            ByteBuffer begin = source.read(at, 8);
            long length = Integer.toUnsignedLong(begin.getInt(0));
            int type = begin.getInt(4);
            if (length > source.size() - at - CHUNK_BYTES || (chunk == 0) != (type == HEADER)) {
                return Inspection.damaged();
            }
            hasData |= type == DATA;
            if (type == CAMERA && length <= NOTES_MAX) {
                orientation = Orientation.read(source.read(at + 8, (int) length));
            }
            if (type == END) {
                if (orientation != Orientation.UPRIGHT) {
                    kept.add(new Segment.Written(cameraChunk(orientation)));
                }
                kept.add(new Segment.Kept(at, CHUNK_BYTES));
                if (at + length + CHUNK_BYTES != source.size()) {
                    return Inspection.trailing();
                }
                return hasData
                        ? Inspection.picture(AssetType.PNG, width, height, orientation, kept)
                        : Inspection.damaged();
            }
            if (NEEDED.contains(type)) {
                kept.add(new Segment.Kept(at, length + CHUNK_BYTES));
            }
            at += length + CHUNK_BYTES;
        }
        return Inspection.damaged();
    }

    private static ByteBuffer cameraChunk(int orientation) {
        ByteBuffer tiff = Orientation.write(orientation);
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES + tiff.remaining());
        chunk.putInt(tiff.remaining()).putInt(CAMERA).put(tiff);
        CRC32 checksum = new CRC32();
        checksum.update(chunk.slice(4, chunk.position() - 4));
        return chunk.putInt((int) checksum.getValue()).flip();
    }
}
