package dev.halftone.testing;

import dev.halftone.core.catalogue.Dimensions;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Makes MP4 files that say all that a film says of itself, and hold no picture. */
public final class FilmFile {

    private static final int UNITS_PER_SECOND = 1000;

    private FilmFile() {}

    public static byte[] of(Dimensions size, Duration length) {
        return film(seen(size, length));
    }

    /** One with a sound to it. */
    public static byte[] heard(Dimensions size, Duration length) {
        return film(seen(size, length), track("soun", size, length));
    }

    private static byte[] film(byte[]... tracks) {
        return joined(box("ftyp", ascii("isom")), box("mdat", new byte[64]), box("moov", tracks));
    }

    private static byte[] seen(Dimensions size, Duration length) {
        return track("vide", size, length);
    }

    private static byte[] track(String kind, Dimensions size, Duration length) {
        byte[] trackHeader =
                ByteBuffer.allocate(84)
                        .putInt(76, size.width() << 16)
                        .putInt(80, size.height() << 16)
                        .array();
        byte[] mediaHeader =
                ByteBuffer.allocate(24)
                        .putInt(12, UNITS_PER_SECOND)
                        .putInt(16, Math.toIntExact(length.toMillis()))
                        .array();
        byte[] handler = ByteBuffer.allocate(25).put(8, ascii(kind)).array();
        byte[] media = box("mdia", box("mdhd", mediaHeader), box("hdlr", handler));
        return box("trak", box("tkhd", trackHeader), media);
    }

    private static byte[] box(String type, byte[]... contents) {
        byte[] content = joined(contents);
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(ascii(type))
                .put(content)
                .array();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
