package dev.halftone.core.mark;

import dev.halftone.core.mark.Piece.Range;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * PNG: a signature, then chunks. Texts about the file stand in an {@code iTXt} chunk of a fixed
 * keyword (XMP specification, part 3), content credentials in a {@code caBX} chunk (C2PA, A.3.4).
 */
record PngFile() implements Container {

    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int SIGNATURE_BYTES = 8;
    // Length and type before the content, a checksum behind it.
    private static final int HEAD_BYTES = 8;
    private static final int FRAME_BYTES = 12;
    private static final int HEADER_CHUNK_BYTES = FRAME_BYTES + 13;
    private static final int TEXT = 0x69545874; // iTXt
    private static final int CREDENTIALS = 0x63614258; // caBX
    private static final int END = 0x49454E44; // IEND
    // The keyword, then: not compressed, no language, no translated keyword.
    private static final String KEYWORD = "XML:com.adobe.xmp\0\0\0\0\0";

    @Override
    public Optional<Anatomy> dissect(Bytes file) {
        if (!file.has(0, SIGNATURE_BYTES) || file.part(0, SIGNATURE_BYTES).getLong() != SIGNATURE) {
            return Optional.empty();
        }
        List<Range> content = new ArrayList<>(List.of(new Range(0, SIGNATURE_BYTES)));
        List<Range> packets = new ArrayList<>();
        boolean signed = false;
        long at = SIGNATURE_BYTES;
        for (int chunk = 0; chunk < PARTS_MAX && file.has(at, FRAME_BYTES); chunk++) {
            ByteBuffer head = file.part(at, HEAD_BYTES);
            int length = head.getInt();
            int type = head.getInt();
            if (length < 0 || !file.has(at, (long) FRAME_BYTES + length)) {
                return Optional.empty();
            }
            Range whole = new Range(at, (long) FRAME_BYTES + length);
            Optional<Range> packet = type == TEXT ? packet(file, at, length) : Optional.empty();
            packet.ifPresent(packets::add);
            if (packet.filter(text -> MarkText.isOurs(file, text)).isEmpty()) {
                content.add(whole);
            }
            signed |= type == CREDENTIALS;
            at = whole.end();
            if (type == END) {
                content.add(new Range(at, file.size() - at));
                return Optional.of(new Anatomy(content, packets, signed));
            }
        }
        return Optional.empty();
    }

    private static Optional<Range> packet(Bytes file, long at, int length) {
        if (length < KEYWORD.length() || length > Bytes.PART_BYTES_MAX) {
            return Optional.empty();
        }
        boolean isPacket = file.part(at + HEAD_BYTES, KEYWORD.length()).equals(keyword());
        return isPacket
                ? Optional.of(
                        new Range(at + HEAD_BYTES + KEYWORD.length(), length - KEYWORD.length()))
                : Optional.empty();
    }

    @Override
    public List<Piece> with(ByteBuffer packet, Bytes file) {
        long place = SIGNATURE_BYTES + (long) HEADER_CHUNK_BYTES;
        return List.of(
                new Range(0, place),
                new Piece.New(chunk(packet)),
                new Range(place, file.size() - place));
    }

    private static ByteBuffer chunk(ByteBuffer packet) {
        int length = KEYWORD.length() + packet.remaining();
        ByteBuffer chunk =
                ByteBuffer.allocate(FRAME_BYTES + length)
                        .putInt(length)
                        .putInt(TEXT)
                        .put(keyword())
                        .put(packet.duplicate());
        CRC32 checksum = new CRC32();
        checksum.update(chunk.array(), Integer.BYTES, Integer.BYTES + length);
        return chunk.putInt((int) checksum.getValue()).flip();
    }

    private static ByteBuffer keyword() {
        return ByteBuffer.wrap(KEYWORD.getBytes(StandardCharsets.ISO_8859_1));
    }
}
