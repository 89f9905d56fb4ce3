package dev.halftone.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.asset.AssetType;
import dev.halftone.core.asset.Pictures;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// Protects that people recognise their uploads, and that no broken file breaks the worker.
final class ImageIoPicturesTest {

    // Eight by six red pixels, losslessly coded by a browser.
    private static final String WEBP = "UklGRhwAAABXRUJQVlA4TA8AAAAvB0ABAAcQ/Y/+ByKi/wEA";

    private final Pictures pictures = new ImageIoPictures();
    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({"PNG,png", "JPEG,jpg"})
    void makesASmallPictureOfALargeOne(AssetType type, String format) throws IOException {
        Path picture = drawn(2000, 1000, format);

        BufferedImage small = thumbnail(picture, type, 1);

        assertThat(small.getWidth()).isEqualTo(320);
        assertThat(small.getHeight()).isEqualTo(160);
        assertThat(colour(small, 20, 20)).isEqualTo("red");
        assertThat(colour(small, 300, 140)).isEqualTo("blue");
    }

    @Test
    void doesNotEnlarge() throws IOException {
        assertThat(thumbnail(drawn(40, 20, "png"), AssetType.PNG, 1).getWidth()).isEqualTo(40);
    }

    /** Photographs lie on their side in the file; the thumbnail has no camera's note to say so. */
    @ParameterizedTest
    @CsvSource({
        "1,320,160,left-top", "2,320,160,right-top", "3,320,160,right-bottom",
        "4,320,160,left-bottom", "5,160,320,left-top", "6,160,320,right-top",
        "7,160,320,right-bottom", "8,160,320,left-bottom"
    })
    void turnsItUpright(int orientation, int width, int height, String red) throws IOException {
        BufferedImage small = thumbnail(drawn(640, 320, "png"), AssetType.PNG, orientation);

        assertThat(small.getWidth()).isEqualTo(width);
        assertThat(small.getHeight()).isEqualTo(height);
        int x = red.startsWith("left") ? 10 : width - 10;
        int y = red.endsWith("top") ? 10 : height - 10;
        assertThat(colour(small, x, y)).isEqualTo("red");
    }

    @Test
    void decodesWebp() throws IOException {
        Path picture = folder.resolve("red.webp");
        Files.write(picture, Base64.getDecoder().decode(WEBP));

        assertThat(colour(thumbnail(picture, AssetType.WEBP, 1), 0, 0)).isEqualTo("red");
    }

    @ParameterizedTest
    @CsvSource({"PNG,png", "JPEG,jpg", "WEBP,png"})
    void saysThatABrokenFileIsNone(AssetType type, String format) throws IOException {
        Path picture = drawn(64, 64, format);
        byte[] whole = Files.readAllBytes(picture);
        Files.write(picture, Arrays.copyOf(whole, 60));

        assertThat(pictures.thumbnail(picture, type, 1, folder.resolve("small.jpg"))).isFalse();
    }

    private BufferedImage thumbnail(Path picture, AssetType type, int orientation)
            throws IOException {
        Path target = folder.resolve("small.jpg");
        assertThat(pictures.thumbnail(picture, type, orientation, target)).isTrue();
        return ImageIO.read(target.toFile());
    }

    /** Red in the first quarter, blue elsewhere. */
    private Path drawn(int width, int height, String format) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                boolean first = x < width / 2 && y < height / 2;
                picture.setRGB(x, y, (first ? Color.RED : Color.BLUE).getRGB());
            }
        }
        Path file = folder.resolve("drawn." + format);
        assertThat(ImageIO.write(picture, format, file.toFile())).isTrue();
        return file;
    }

    private static String colour(BufferedImage picture, int x, int y) {
        Color colour = new Color(picture.getRGB(x, y));
        if (colour.getRed() > 200 && colour.getBlue() < 60) {
            return "red";
        }
        return colour.getBlue() > 200 && colour.getRed() < 60 ? "blue" : colour.toString();
    }
}
