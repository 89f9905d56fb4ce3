package dev.halftone.sandbox.painter;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes RGB pixels as PNG; one filter and a light compression, because grain packs no better. */
final class Png {

    private static final byte[] SIGNATURE = {(byte) 137, 'P', 'N', 'G', 13, 10, 26, 10};
    private static final int LEVEL = 2;
    private static final byte UP = 2;

    private Png() {}

    static byte[] encode(int[] pixels, int width, int height) {
        ByteArrayOutputStream png = new ByteArrayOutputStream(pixels.length);
        png.writeBytes(SIGNATURE);
        byte[] header =
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array();
        chunk(png, "IHDR", header);
        chunk(png, "IDAT", deflate(pixels, width, height));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static byte[] deflate(int[] pixels, int width, int height) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(pixels.length);
        byte[] line = new byte[1 + width * 3];
        byte[] buffer = new byte[1 << 16];
        try (Deflater deflater = new Deflater(LEVEL)) {
            for (int y = 0; y < height; y++) {
                filter(pixels, y * width, width, y > 0, line);
                deflater.setInput(line);
                while (!deflater.needsInput()) {
                    packed.write(buffer, 0, deflater.deflate(buffer));
                }
            }
            deflater.finish();
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        return packed.toByteArray();
    }

    private static void filter(int[] pixels, int row, int width, boolean hasAbove, byte[] line) {
        line[0] = UP;
        for (int x = 0, i = 1; x < width; x++) {
            int here = pixels[row + x];
            int above = hasAbove ? pixels[row + x - width] : 0;
            line[i++] = (byte) ((here >> 16) - (above >> 16));
            line[i++] = (byte) ((here >> 8) - (above >> 8));
            line[i++] = (byte) (here - above);
        }
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(content);
        png.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        png.writeBytes(name);
        png.writeBytes(content);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
