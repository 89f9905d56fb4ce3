package dev.halftone.sandbox.painter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.sandbox.painter.Brought.Picture;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Protects: what a sandbox is asked for beside a prompt can be seen, and heard, in its results. */
class BroughtTest {

    private static final String PROMPT = "a lighthouse";
    private static final int WIDTH = 320;
    private static final int HEIGHT = 192;

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherOneOthers() {
        assertThat(paint(7, Brought.NOTHING)).isEqualTo(paint(7, Brought.NOTHING));
        assertThat(paint(8, Brought.NOTHING)).isNotEqualTo(paint(7, Brought.NOTHING));
    }

    // Off is as if nobody had spoken of it; on is in its corner and nowhere else.
    @Test
    void aMarkStandsInItsCornerAndNowhereElse() throws IOException {
        BufferedImage plain = read(paint(7, Brought.NOTHING));
        BufferedImage marked = read(paint(7, new Brought(false, true, List.of(), null)));
        int inCorner = 0;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                if (plain.getRGB(x, y) != marked.getRGB(x, y)) {
                    assertThat(x).isGreaterThan(WIDTH / 2);
                    assertThat(y).isGreaterThan(HEIGHT / 2);
                    inCorner++;
                }
            }
        }

        assertThat(inCorner).isPositive();
        assertThat(paint(7, new Brought(false, false, List.of(), null)))
                .isEqualTo(paint(7, Brought.NOTHING));
    }

    @Test
    void referencesAreSeenInTheirOrder() {
        Picture red = new Picture(paint(1, Brought.NOTHING));
        Picture blue = new Picture(paint(2, Brought.NOTHING));

        byte[] one = paint(7, Brought.pictures(List.of(red, blue)));
        byte[] other = paint(7, Brought.pictures(List.of(blue, red)));

        assertThat(one).isNotEqualTo(other).isNotEqualTo(paint(7, Brought.NOTHING));
    }

    @Test
    void aFilmHasASoundIfItIsAskedForAndElseNone() {
        assertThat(text(shoot(true))).contains("soun");
        assertThat(text(shoot(false))).doesNotContain("soun");
    }

    private static byte[] shoot(boolean audio) {
        return Film.shoot(PROMPT, 7, new Dimension(WIDTH, HEIGHT), 1, Brought.heard(audio));
    }

    private static byte[] paint(long seed, Brought brought) {
        return Painter.paint(PROMPT, seed, WIDTH, HEIGHT, brought);
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static String text(byte[] film) {
        return new String(film, StandardCharsets.ISO_8859_1);
    }
}
