package dev.halftone.core.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.catalogue.Dimensions;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protects: a file that is cut short, altered or no PNG is never delivered and charged. */
class PngTest {

    @TempDir private Path folder;

    @Test
    void readsTheSizeOfAWholePicture() throws IOException {
        assertThat(read(png(37, 21))).contains(new Dimensions(37, 21));
    }

    @Test
    void refusesAPictureCutShortAnywhere() throws IOException {
        byte[] whole = png(8, 8);
        for (int length = 0; length < whole.length; length++) {
            assertThat(read(Arrays.copyOf(whole, length))).as("first %d bytes", length).isEmpty();
        }
    }

    @Test
    void refusesAPictureWithOneFlippedBit() throws IOException {
        byte[] whole = png(8, 8);
        for (int at = 0; at < whole.length; at++) {
            byte[] altered = whole.clone();
            altered[at] ^= 1;

            assertThat(read(altered)).as("bit flipped at byte %d", at).isEmpty();
        }
    }

    @Test
    void refusesABombWithoutDecodingIt() throws IOException {
        byte[] bomb = png(8, 8);
        ByteBuffer.wrap(bomb).putInt(16, 50_000).putInt(20, 50_000);

        assertThat(read(bomb)).isEmpty();
    }

    @Test
    void refusesWhatIsNoPicture() throws IOException {
        assertThat(read(new byte[0])).isEmpty();
        assertThat(read("<html>not found</html>".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    private Optional<Dimensions> read(byte[] bytes) throws IOException {
        return Png.read(Files.write(folder.resolve("file"), bytes));
    }

    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
