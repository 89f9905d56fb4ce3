package dev.halftone.core.mark;

import dev.halftone.core.mark.Piece.Range;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * WebP: chunks in a RIFF file. Only its extended form has a place for texts about the file, and
 * says in its first chunk what the others are (RFC 9649, section 2.7), so neither that chunk nor
 * the size in front belongs to the content.
 */
record WebpFile() implements Container {

    private static final int RIFF = 0x46464952;
    private static final int WEBP = 0x50424557;
    private static final int EXTENDED = 0x58385056; // VP8X
    private static final int LOSSY = 0x20385056; // VP8
    private static final int LOSSLESS = 0x4C385056; // VP8L
    private static final int PACKET = 0x20504D58; // XMP
    private static final int CREDENTIALS = 0x41503243; // C2PA
    private static final int HEAD_BYTES = 8;
    private static final int FILE_HEAD_BYTES = 12;
    private static final int EXTENDED_BYTES = 10;
    private static final int HAS_PACKET = 0x04;
    private static final int HAS_ALPHA = 0x10;
    private static final int SIDE_BITS = 14;
    private static final int SIDE_MASK = (1 << SIDE_BITS) - 1;

    private record Chunk(int type, Range whole, int length) {

        long inside() {
            return whole.at() + HEAD_BYTES;
        }
    }

    @Override
    public Optional<Anatomy> dissect(Bytes file) {
        List<Chunk> chunks = chunks(file);
        if (chunks.isEmpty()) {
            return Optional.empty();
        }
        List<Range> packets =
                chunks.stream()
                        .filter(chunk -> chunk.type() == PACKET)
                        .map(chunk -> new Range(chunk.inside(), chunk.length()))
                        .toList();
        return Optional.of(
                new Anatomy(
                        content(file, chunks).stream().map(Chunk::whole).toList(),
                        packets,
                        chunks.stream().anyMatch(chunk -> chunk.type() == CREDENTIALS)));
    }

    private static List<Chunk> content(Bytes file, List<Chunk> chunks) {
        return chunks.stream()
                .filter(chunk -> chunk.type() != EXTENDED && !isOurs(file, chunk))
                .toList();
    }

    private static boolean isOurs(Bytes file, Chunk chunk) {
        return chunk.type() == PACKET
                && MarkText.isOurs(file, new Range(chunk.inside(), chunk.length()));
    }

    /** All chunks, or none if they do not add up to the file. */
    private static List<Chunk> chunks(Bytes file) {
        if (!file.has(0, FILE_HEAD_BYTES)) {
            return List.of();
        }
        ByteBuffer head = read(file, 0, FILE_HEAD_BYTES);
        boolean isWebp =
                head.getInt(0) == RIFF
                        && Integer.toUnsignedLong(head.getInt(4)) == file.size() - HEAD_BYTES
                        && head.getInt(8) == WEBP;
        List<Chunk> chunks = new ArrayList<>();
        long at = FILE_HEAD_BYTES;
        while (isWebp && chunks.size() < PARTS_MAX && file.has(at, HEAD_BYTES)) {
            ByteBuffer chunk = read(file, at, HEAD_BYTES);
            int type = chunk.getInt();
            int length = chunk.getInt();
            // Chunks begin at even places.
            long whole = HEAD_BYTES + Integer.toUnsignedLong(length) + (length & 1);
            if (length < 0 || !file.has(at, whole)) {
                return List.of();
            }
            chunks.add(new Chunk(type, new Range(at, whole), length));
            at += whole;
        }
        return at == file.size() && beginsWithPicture(chunks) ? chunks : List.of();
    }

    private static boolean beginsWithPicture(List<Chunk> chunks) {
        return !chunks.isEmpty()
                && List.of(EXTENDED, LOSSY, LOSSLESS).contains(chunks.getFirst().type())
                && chunks.getFirst().length() >= EXTENDED_BYTES;
    }

    @Override
    public List<Piece> with(ByteBuffer packet, Bytes file) {
        List<Chunk> chunks = chunks(file);
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Piece.New(chunk(EXTENDED, extended(file, chunks.getFirst()))));
        // Before any other text: readers take the first.
        List<Chunk> content = content(file, chunks);
        content.stream()
                .filter(chunk -> chunk.type() != PACKET)
                .forEach(c -> pieces.add(c.whole()));
        pieces.add(new Piece.New(chunk(PACKET, packet)));
        content.stream()
                .filter(chunk -> chunk.type() == PACKET)
                .forEach(c -> pieces.add(c.whole()));
        long size = pieces.stream().mapToLong(WebpFile::length).sum();
        ByteBuffer head = allocate(FILE_HEAD_BYTES);
        head.putInt(RIFF).putInt(Math.toIntExact(size + Integer.BYTES)).putInt(WEBP);
        pieces.addFirst(new Piece.New(head.flip()));
        return pieces;
    }

    private static long length(Piece piece) {
        return switch (piece) {
            case Range range -> range.length();
            case Piece.New added -> added.bytes().remaining();
        };
    }

    private static ByteBuffer chunk(int type, ByteBuffer inside) {
        int length = inside.remaining();
        ByteBuffer chunk = allocate(HEAD_BYTES + length + (length & 1));
        chunk.putInt(type).putInt(length).put(inside.duplicate());
        return chunk.position(0);
    }

    /** The first chunk of the extended form: what it says already, or what a simple file is. */
    private static ByteBuffer extended(Bytes file, Chunk first) {
        ByteBuffer extended = allocate(EXTENDED_BYTES);
        if (first.type() == EXTENDED) {
            extended.put(read(file, first.inside(), EXTENDED_BYTES)).flip();
            return extended.put(0, (byte) (extended.get(0) | HAS_PACKET));
        }
        int bits = sides(file, first);
        boolean alpha = first.type() == LOSSLESS && ((bits >>> (2 * SIDE_BITS)) & 1) == 1;
        extended.put(0, (byte) (HAS_PACKET | (alpha ? HAS_ALPHA : 0)));
        put24(extended, 4, bits & SIDE_MASK);
        put24(extended, 7, (bits >>> SIDE_BITS) & SIDE_MASK);
        return extended;
    }

    /** Width and height, each less one, in 14 bits each, as a lossless picture writes them. */
    private static int sides(Bytes file, Chunk picture) {
        ByteBuffer start = read(file, picture.inside(), EXTENDED_BYTES);
        if (picture.type() == LOSSLESS) {
            return start.getInt(1);
        }
        int width = (start.getShort(6) & SIDE_MASK) - 1;
        int height = (start.getShort(8) & SIDE_MASK) - 1;
        return width | height << SIDE_BITS;
    }

    private static void put24(ByteBuffer target, int at, int value) {
        target.put(at, (byte) value).putShort(at + 1, (short) (value >> 8));
    }

    private static ByteBuffer read(Bytes file, long at, int length) {
        return file.part(at, length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer allocate(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
