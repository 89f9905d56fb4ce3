package dev.halftone.core.mark;

import dev.halftone.core.mark.Piece.Range;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * JPEG: segments until the picture's data begin. Texts about the file stand in an {@code APP1}
 * segment (XMP specification, part 3), content credentials in {@code APP11} (C2PA, A.3.1).
 */
record JpegFile() implements Container {

    private static final int START = 0xFFD8;
    private static final int END = 0xFFD9;
    private static final int DATA = 0xFFDA;
    private static final int APP0 = 0xFFE0;
    private static final int APP1 = 0xFFE1;
    private static final int APP11 = 0xFFEB;
    private static final int MARKER_BYTES = 2;
    private static final int HEAD_BYTES = 4;
    private static final String NAMESPACE = "http://ns.adobe.com/xap/1.0/\0";

    @Override
    public Optional<Anatomy> dissect(Bytes file) {
        boolean isWhole =
                file.has(0, HEAD_BYTES)
                        && marker(file, 0) == START
                        && marker(file, file.size() - MARKER_BYTES) == END;
        if (!isWhole) {
            return Optional.empty();
        }
        List<Range> content = new ArrayList<>(List.of(new Range(0, MARKER_BYTES)));
        List<Range> packets = new ArrayList<>();
        boolean signed = false;
        long at = MARKER_BYTES;
        for (int segment = 0; segment < PARTS_MAX && file.has(at, HEAD_BYTES); segment++) {
            int marker = marker(file, at);
            if (marker == DATA) {
                content.add(new Range(at, file.size() - at));
                return Optional.of(new Anatomy(content, packets, signed));
            }
            int length = marker(file, at + MARKER_BYTES);
            Range whole = new Range(at, (long) MARKER_BYTES + length);
            if (marker >> 8 != 0xFF || length < MARKER_BYTES || !file.has(at, whole.length())) {
                return Optional.empty();
            }
            Optional<Range> packet = marker == APP1 ? packet(file, whole) : Optional.empty();
            packet.ifPresent(packets::add);
            if (packet.filter(text -> MarkText.isOurs(file, text)).isEmpty()) {
                content.add(whole);
            }
            signed |= marker == APP11;
            at = whole.end();
        }
        return Optional.empty();
    }

    private static int marker(Bytes file, long at) {
        return Short.toUnsignedInt(file.part(at, MARKER_BYTES).getShort());
    }

    private static Optional<Range> packet(Bytes file, Range segment) {
        int before = HEAD_BYTES + NAMESPACE.length();
        boolean isPacket =
                segment.length() >= before
                        && file.part(segment.at() + HEAD_BYTES, NAMESPACE.length())
                                .equals(namespace());
        return isPacket
                ? Optional.of(new Range(segment.at() + before, segment.length() - before))
                : Optional.empty();
    }

    /** Behind the segment that makes it a JFIF file, which must come first. */
    @Override
    public List<Piece> with(ByteBuffer packet, Bytes file) {
        long place = MARKER_BYTES;
        if (marker(file, place) == APP0) {
            place += MARKER_BYTES + marker(file, place + MARKER_BYTES);
        }
        int length = MARKER_BYTES + NAMESPACE.length() + packet.remaining();
        ByteBuffer segment =
                ByteBuffer.allocate(MARKER_BYTES + length)
                        .putShort((short) APP1)
                        .putShort((short) length)
                        .put(namespace())
                        .put(packet.duplicate())
                        .flip();
        return List.of(
                new Range(0, place), new Piece.New(segment), new Range(place, file.size() - place));
    }

    private static ByteBuffer namespace() {
        return ByteBuffer.wrap(NAMESPACE.getBytes(StandardCharsets.ISO_8859_1));
    }
}
