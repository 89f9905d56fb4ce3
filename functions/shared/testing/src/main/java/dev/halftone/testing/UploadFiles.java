package dev.halftone.testing;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/**
 * Files as people upload them, with what cameras and programs write into them, and hostile ones.
 */
public final class UploadFiles {

    /** What a camera knows, in the words of a place that must never be stored. */
    public static final String PLACE = "48.8584N 2.2945E";

    private static final int MP3_FRAME_BYTES = 417;

    private UploadFiles() {}

    public static byte[] drawn(int width, int height, String format) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                picture.setRGB(x, y, (x < width / 2 ? Color.RED : Color.BLUE).getRGB());
            }
        }
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(picture, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] png(int width, int height) {
        return drawn(width, height, "png");
    }

    /** As a telephone takes it: place, comment and orientation. */
    public static byte[] photograph(int width, int height, int orientation) {
        byte[] jpeg = drawn(width, height, "jpg");
        byte[] exif = joined(ascii("Exif\0\0"), camera(orientation));
        return joined(
                Arrays.copyOf(jpeg, 2),
                segment(0xE1, exif),
                segment(0xE1, ascii("http://ns.adobe.com/xap/1.0/\0<x>" + PLACE + "</x>")),
                segment(0xFE, ascii("taken at " + PLACE)),
                Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** A PNG with the same notes. */
    public static byte[] annotatedPng(int width, int height, int orientation) {
        byte[] png = png(width, height);
        return joined(
                Arrays.copyOf(png, 33),
                chunk("eXIf", camera(orientation)),
                chunk("tEXt", ascii("Comment\0" + PLACE)),
                Arrays.copyOfRange(png, 33, png.length));
    }

    /** An extended WebP with the same notes around eight by six red pixels, losslessly coded. */
    public static byte[] annotatedWebp(int orientation) {
        byte[] pixels = HexBytes.of("2f074001000710fd8ffe0722a2ff01");
        byte[] extended = HexBytes.of("0c000000 070000 050000");
        byte[] body =
                joined(
                        ascii("WEBP"),
                        riffChunk("VP8X", extended),
                        riffChunk("VP8L", pixels),
                        riffChunk("EXIF", camera(orientation)),
                        riffChunk("XMP ", ascii(PLACE)));
        return riffChunk("RIFF", body);
    }

    /** A header that asks for ten gigabytes of memory. */
    public static byte[] pngBomb() {
        ByteBuffer header = ByteBuffer.allocate(13);
        header.putInt(50_000).putInt(50_000).put(HexBytes.of("0806000000"));
        return joined(
                HexBytes.of("89504e470d0a1a0a"),
                chunk("IHDR", header.array()),
                chunk("IDAT", new byte[10]),
                chunk("IEND", new byte[0]));
    }

    /** What looks like a page to whoever looks at its end, and an archive to whoever unpacks it. */
    public static byte[] withTail(byte[] picture) {
        return joined(picture, ascii("<html><script>alert(1)</script></html>"), zip());
    }

    private static byte[] zip() {
        return HexBytes.of("504b0506 00000000 00000000 00000000 00000000 0000");
    }

    public static byte[] svg() {
        return ascii(
                "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><script/></svg>");
    }

    public static byte[] ogg() {
        return joined(ascii("OggS"), new byte[200]);
    }

    /** Seconds of silence, with the name of whoever recorded them. */
    public static byte[] wav(int seconds) {
        ByteBuffer format = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        format.putShort((short) 1).putShort((short) 1).putInt(8_000).putInt(8_000);
        format.putShort((short) 1).putShort((short) 8);
        byte[] body =
                joined(
                        ascii("WAVE"),
                        riffChunk("fmt ", format.array()),
                        riffChunk("LIST", ascii("INFOIART" + PLACE)),
                        riffChunk("data", new byte[seconds * 8_000]));
        return riffChunk("RIFF", body);
    }

    /** Frames of 26 ms at 128 kilobits, between the tags of a player. */
    public static byte[] mp3(int frames) {
        byte[] tag = joined(ascii("ID3"), HexBytes.of("0400 00 00000010"), ascii(PLACE));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(tag);
        for (int i = 0; i < frames; i++) {
            out.writeBytes(HexBytes.of("fffb9000"));
            out.writeBytes(new byte[MP3_FRAME_BYTES - 4]);
        }
        out.writeBytes(Arrays.copyOf(ascii("TAG" + PLACE), 128));
        return out.toByteArray();
    }

    /** As a telephone films: with the place in a box of the index, and one outside. */
    public static byte[] film(int milliseconds, int dataBytes) {
        return movie(milliseconds, dataBytes, "vide");
    }

    public static byte[] m4a(int milliseconds) {
        return movie(milliseconds, 100, "soun");
    }

    private static byte[] movie(int milliseconds, int dataBytes, String handler) {
        byte[] header = new byte[84];
        ByteBuffer.wrap(header).putInt(76, 1280 << 16).putInt(80, 720 << 16);
        byte[] mediaHeader = new byte[24];
        ByteBuffer.wrap(mediaHeader).putInt(12, 1_000).putInt(16, milliseconds);
        byte[] handlerBox = joined(new byte[8], ascii(handler), new byte[12], ascii("Core\0"));
        byte[] track =
                box(
                        "trak",
                        box("tkhd", header),
                        box("mdia", box("mdhd", mediaHeader), box("hdlr", handlerBox)));
        byte[] told = box("udta", box("\u00a9xyz", ascii(PLACE)));
        return joined(
                box("ftyp", ascii("isom"), new byte[8]),
                box("moov", box("mvhd", new byte[100]), track, told),
                box("uuid", new byte[16], ascii(PLACE)),
                box("mdat", new byte[dataBytes]));
    }

    /** Exif with the orientation, and then where it was. */
    private static byte[] camera(int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(38).order(ByteOrder.LITTLE_ENDIAN);
        tiff.putShort((short) 0x4949).putShort((short) 42).putInt(8).putShort((short) 2);
        tiff.putShort((short) 274).putShort((short) 3).putInt(1).putInt(orientation);
        tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(38);
        return joined(tiff.putInt(0).array(), ascii(PLACE));
    }

    private static byte[] segment(int marker, byte[] content) {
        ByteBuffer begin = ByteBuffer.allocate(4);
        begin.put((byte) 0xFF).put((byte) marker).putShort((short) (content.length + 2));
        return joined(begin.array(), content);
    }

    private static byte[] chunk(String type, byte[] content) {
        byte[] named = joined(ascii(type), content);
        CRC32 checksum = new CRC32();
        checksum.update(named);
        return joined(
                ByteBuffer.allocate(4).putInt(content.length).array(),
                named,
                ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    }

    private static byte[] riffChunk(String type, byte[] content) {
        ByteBuffer length = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
        return joined(
                ascii(type),
                length.putInt(content.length).array(),
                content,
                new byte[content.length & 1]);
    }

    private static byte[] box(String type, byte[]... contents) {
        byte[] content = joined(contents);
        return joined(
                ByteBuffer.allocate(4).putInt(content.length + 8).array(), ascii(type), content);
    }

    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
