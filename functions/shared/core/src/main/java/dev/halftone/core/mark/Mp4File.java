package dev.halftone.core.mark;

import dev.halftone.core.mark.Piece.Range;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * MP4: boxes one after another. Texts about the file stand in a box of a fixed number (XMP
 * specification, part 3), content credentials in another (C2PA, A.5). A new box goes to the end:
 * the index names places in the file, which must not move.
 */
record Mp4File() implements Container {

    private static final int FILE_TYPE = 0x66747970; // ftyp
    private static final int NUMBERED = 0x75756964; // uuid
    private static final UUID PACKET = UUID.fromString("be7acfcb-97a9-42e8-9c71-999491e3afac");
    private static final UUID CREDENTIALS = UUID.fromString("d8fec3d6-1b0e-483c-9297-5828877ec481");
    private static final int HEAD_BYTES = 8;
    private static final int LARGE_HEAD_BYTES = 16;
    private static final int NUMBER_BYTES = 16;
    // A box whose size stands in 64 bits behind its type.
    private static final int LARGE = 1;

    @Override
    public Optional<Anatomy> dissect(Bytes file) {
        List<Range> content = new ArrayList<>();
        List<Range> packets = new ArrayList<>();
        boolean signed = false;
        long at = 0;
        for (int box = 0; box < PARTS_MAX && file.has(at, HEAD_BYTES); box++) {
            ByteBuffer head = file.part(at, HEAD_BYTES);
            long size = Integer.toUnsignedLong(head.getInt());
            int type = head.getInt();
            if (size == LARGE && file.has(at, LARGE_HEAD_BYTES)) {
                size = file.part(at + HEAD_BYTES, Long.BYTES).getLong();
            }
            if (size < HEAD_BYTES || !file.has(at, size) || (box == 0) != (type == FILE_TYPE)) {
                return Optional.empty();
            }
            Range whole = new Range(at, size);
            Optional<UUID> number = type == NUMBERED ? number(file, whole) : Optional.empty();
            Optional<Range> packet = number.filter(PACKET::equals).map(_ -> inside(whole));
            packet.ifPresent(packets::add);
            if (packet.filter(text -> MarkText.isOurs(file, text)).isEmpty()) {
                content.add(whole);
            }
            signed |= number.filter(CREDENTIALS::equals).isPresent();
            at = whole.end();
        }
        return at == file.size() && at > 0
                ? Optional.of(new Anatomy(content, packets, signed))
                : Optional.empty();
    }

    private static Optional<UUID> number(Bytes file, Range box) {
        if (box.length() < HEAD_BYTES + NUMBER_BYTES) {
            return Optional.empty();
        }
        ByteBuffer number = file.part(box.at() + HEAD_BYTES, NUMBER_BYTES);
        return Optional.of(new UUID(number.getLong(), number.getLong()));
    }

    private static Range inside(Range box) {
        int before = HEAD_BYTES + NUMBER_BYTES;
        return new Range(box.at() + before, box.length() - before);
    }

    @Override
    public List<Piece> with(ByteBuffer packet, Bytes file) {
        int size = HEAD_BYTES + NUMBER_BYTES + packet.remaining();
        ByteBuffer box =
                ByteBuffer.allocate(size)
                        .putInt(size)
                        .putInt(NUMBERED)
                        .putLong(PACKET.getMostSignificantBits())
                        .putLong(PACKET.getLeastSignificantBits())
                        .put(packet.duplicate())
                        .flip();
        return List.of(new Range(0, file.size()), new Piece.New(box));
    }
}
