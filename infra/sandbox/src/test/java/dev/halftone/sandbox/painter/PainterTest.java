package dev.halftone.sandbox.painter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PainterTest {

    // A seed is a promise: the same request draws the same picture, byte for byte.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a boat on the sea", "mountain", "forest", "city at night", "flowers", "desert",
                "space", "coffee", "abstract", "a cat", "", "名前"
            })
    void paintsTheSamePictureAgain(String prompt) {
        assertThat(Painter.paint(prompt, 4, 384, 256))
                .isEqualTo(Painter.paint(prompt, 4, 384, 256));
    }

    // Another seed or another prompt is another picture.
    @Test
    void paintsAnotherPictureForAnotherSeedOrPrompt() {
        byte[] picture = Painter.paint("a boat", 1, 320, 320);
        assertThat(Painter.paint("a boat", 2, 320, 320)).isNotEqualTo(picture);
        assertThat(Painter.paint("a ship", 1, 320, 320)).isNotEqualTo(picture);
    }

    // The words choose the scene, the plural included.
    @Test
    void choosesTheSceneByTheWords() {
        List<String> prompts = List.of("Three cats!", "the SEA", "old city", "poppies");
        assertThat(prompts)
                .map(prompt -> Choice.scene(Words.of(prompt), Dice.of(prompt, 1)).getClass())
                .isEqualTo(
                        Arrays.asList(
                                CatScene.class,
                                SeaScene.class,
                                CityScene.class,
                                FlowerScene.class));
    }

    // Extreme shapes stay inside the canvas, and the encoder's file is what a reader reads.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sea lighthouse",
                "mountain",
                "forest",
                "city",
                "tulips",
                "desert",
                "space",
                "coffee",
                "abstract",
                "cat"
            })
    void writesWhatAReaderReads(String prompt) throws Exception {
        for (int[] size : new int[][] {{64, 700}, {700, 64}, {65, 65}}) {
            int[] pixels = Painter.pixels(prompt, 1, size[0], size[1]);
            int[] read =
                    ImageIO.read(new ByteArrayInputStream(Png.encode(pixels, size[0], size[1])))
                            .getRGB(0, 0, size[0], size[1], null, 0, size[0]);
            assertThat(Arrays.stream(read).map(rgb -> rgb & 0xFFFFFF).toArray()).isEqualTo(pixels);
        }
    }

    // A picture is neither flat nor blown out: a blank canvas is the silent way to fail.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sea",
                "mountain",
                "forest",
                "city",
                "flower",
                "desert",
                "space",
                "coffee",
                "abstract",
                "cat"
            })
    void putsLightAndDarkOnEveryCanvas(String prompt) {
        int[] light =
                Arrays.stream(Painter.pixels(prompt, 1, 256, 256))
                        .map(
                                rgb ->
                                        (((rgb >> 16) & 255) + 2 * ((rgb >> 8) & 255) + (rgb & 255))
                                                / 4)
                        .sorted()
                        .toArray();
        assertThat(light[light.length * 95 / 100] - light[light.length * 5 / 100])
                .isGreaterThan(70);
    }
}
