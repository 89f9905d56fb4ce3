package dev.halftone.core.mark;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.imageio.ImageIO;

/** One small file of each format, made by encoders that are not ours or put together by hand. */
enum FileSample {
    PNG(encoded(picture("png"))),
    JPEG(encoded(picture("jpg"))),
    WEBP_LOSSY("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA"),
    WEBP_LOSSLESS("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=="),
    MP4(encoded(film()));

    private final String base64;

    FileSample(String base64) {
        this.base64 = base64;
    }

    byte[] file() {
        return Base64.getDecoder().decode(base64);
    }

    private static String encoded(byte[] file) {
        return Base64.getEncoder().encodeToString(file);
    }

    private static byte[] picture(String format) {
        BufferedImage image = new BufferedImage(31, 17, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < image.getWidth(); x++) {
            image.setRGB(x, x % image.getHeight(), 0xC04020 + x);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    /** As far as a reader of marks looks into it. */
    private static byte[] film() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(
                box("ftyp", "isom\0\0\2\0isomiso2mp41".getBytes(StandardCharsets.US_ASCII)));
        file.writeBytes(box("moov", new byte[0]));
        file.writeBytes(box("mdat", new byte[100]));
        return file.toByteArray();
    }

    static byte[] box(String type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
    }
}
