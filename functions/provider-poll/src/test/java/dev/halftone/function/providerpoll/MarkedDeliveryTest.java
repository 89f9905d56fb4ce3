package dev.halftone.function.providerpoll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.Digest;
import dev.halftone.core.catalogue.Dimensions;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.GenerationState.Succeeded;
import dev.halftone.core.generation.Media;
import dev.halftone.core.generation.MediaType;
import dev.halftone.testing.FilmFile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Protects: every picture and film that is delivered says that a model made it. */
class MarkedDeliveryTest {

    private static final byte[] PICTURE = PngFile.of(1376, 768);
    private static final byte[] FILM =
            FilmFile.of(new Dimensions(1280, 720), Duration.ofMillis(4042));

    private final Workshop workshop = new Workshop();

    @Test
    void marksAPictureAndRecordsWhatItWasBefore() {
        Media media = delivered(workshop.accepted(1), PICTURE);

        requireMarked(media, "nano-banana-pro", PICTURE);
    }

    /** Some providers send another format than the one they were asked for. */
    @Test
    void marksAPictureOfAnotherFormat() throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1376, 768, BufferedImage.TYPE_INT_RGB), "jpg", jpeg);

        Media media = delivered(workshop.accepted(1), jpeg.toByteArray());

        requireMarked(media, "nano-banana-pro", jpeg.toByteArray());
        assertThat(media.type()).isEqualTo(MediaType.JPEG);
    }

    @Test
    void marksAFilm() {
        Media media = delivered(workshop.acceptedFilm(1), FILM);

        requireMarked(media, "veo-3.1", FILM);
    }

    @Test
    void marksWhatAProviderAnswersAtOnce() {
        GenerationId id = workshop.acceptedDirect(1);

        workshop.deliver("submit-due", id);
        workshop.runToTheEnd();

        assertThat(text(media(id))).contains("trainedAlgorithmicMedia");
    }

    /** Any change would break what its maker has signed. */
    @Test
    void leavesAloneWhatItsMakerHasMarked() {
        Media first = delivered(workshop.accepted(1), PICTURE);
        byte[] marked = bytes(first);

        Media second = delivered(workshop.accepted(2), marked);

        assertThat(bytes(second)).isEqualTo(marked);
        assertThat(second.sha256()).isEqualTo(first.sha256());
    }

    private void requireMarked(Media media, String model, byte[] made) {
        assertThat(text(media))
                .contains("digitalsourcetype/trainedAlgorithmicMedia")
                .contains("origin:model=\"" + model + "\"")
                .contains("origin:day=\"2026-11-02\"");
        assertThat(media.sha256()).isEqualTo(Digest.sha256Hex(bytes(media)));
        assertThat(media.contentSha256()).isEqualTo(Digest.sha256Hex(made));
    }

    private Media delivered(GenerationId id, byte[] result) {
        workshop.provider.resultIs(result);
        workshop.deliver("submit-due", id);
        workshop.runToTheEnd();
        return media(id);
    }

    private Media media(GenerationId id) {
        return ((Succeeded) workshop.generation(id).state()).media().getFirst();
    }

    private byte[] bytes(Media media) {
        return workshop.media.find(media.key()).orElseThrow().bytes();
    }

    private String text(Media media) {
        return new String(bytes(media), StandardCharsets.ISO_8859_1);
    }
}
