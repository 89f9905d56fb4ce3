package dev.halftone.core.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.catalogue.Dimensions;
import dev.halftone.core.catalogue.MediaKind;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protects: a provider that sends another format than it was asked for costs nobody a picture. */
class PictureFormatsTest {

    private static final byte[] LOSSY =
            decoded("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
    private static final byte[] LOSSLESS =
            decoded("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");

    @TempDir private Path folder;

    private static byte[] decoded(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    private static byte[] jpeg(int width, int height) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpg", file);
        return file.toByteArray();
    }

    @Test
    void readsTheSizeOfAJpeg() throws IOException {
        assertThat(read(jpeg(37, 21))).contains(picture(MediaType.JPEG, 37, 21));
    }

    @Test
    void readsTheSizeOfEachFormOfWebp() throws IOException {
        byte[] large = LOSSY.clone();
        ByteBuffer.wrap(large)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(26, (short) 1376)
                .putShort(28, (short) 768);

        assertThat(read(large)).contains(picture(MediaType.WEBP, 1376, 768));
        assertThat(read(LOSSLESS)).contains(picture(MediaType.WEBP, 1, 1));
        assertThat(read(extended(4000, 3000))).contains(picture(MediaType.WEBP, 4000, 3000));
    }

    @Test
    void refusesAPictureCutShortAnywhere() throws IOException {
        for (byte[] whole : new byte[][] {jpeg(8, 8), LOSSY, LOSSLESS}) {
            for (int length = 0; length < whole.length; length++) {
                assertThat(read(Arrays.copyOf(whole, length)))
                        .as("first %d bytes", length)
                        .isEmpty();
            }
        }
    }

    @Test
    void refusesABombWithoutDecodingIt() throws IOException {
        byte[] bomb = jpeg(8, 8);
        int frame = indexOfFrame(bomb);
        ByteBuffer.wrap(bomb)
                .putShort(frame + 5, (short) 50_000)
                .putShort(frame + 7, (short) 50_000);

        assertThat(read(bomb)).isEmpty();
        assertThat(read(extended(50_000, 50_000))).isEmpty();
    }

    private static int indexOfFrame(byte[] jpeg) {
        for (int at = 0; ; at++) {
            if ((jpeg[at] & 0xFF) == 0xFF && (jpeg[at + 1] & 0xFF) == 0xC0) {
                return at;
            }
        }
    }

    private static byte[] extended(int width, int height) {
        ByteBuffer file = ByteBuffer.allocate(30).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(22);
        file.put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10).putInt(0);
        file.putInt(24, width - 1);
        file.put(27, (byte) (height - 1)).putShort(28, (short) ((height - 1) >> 8));
        return file.array();
    }

    private static MediaFile picture(MediaType type, int width, int height) {
        return new MediaFile(type, new Dimensions(width, height), null, null);
    }

    private Optional<MediaFile> read(byte[] file) throws IOException {
        return MediaFile.read(Files.write(folder.resolve("file"), file), MediaKind.IMAGE);
    }
}
