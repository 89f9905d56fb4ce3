package dev.halftone.function.providerpoll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.catalogue.Dimensions;
import dev.halftone.core.catalogue.Format;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.GenerationRequest;
import dev.halftone.core.generation.GenerationState.Succeeded;
import dev.halftone.core.generation.Media;
import dev.halftone.core.generation.MediaType;
import dev.halftone.core.ledger.Credits;
import dev.halftone.testing.FilmFile;
import dev.halftone.testing.Samples;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Protects: a film is stored and charged for only if it is the film that was asked for, whole. */
class FilmDeliveryTest {

    private static final Dimensions HD = new Dimensions(1280, 720);
    private static final byte[] WHOLE = FilmFile.of(HD, Duration.ofMillis(4042));

    private final Workshop workshop = new Workshop();

    @Test
    void storesTheFilmAndThenCharges() {
        GenerationId id = delivered(WHOLE);

        assertThat(workshop.happened).containsExactly("stored", "posted");
        Media media = ((Succeeded) workshop.generation(id).state()).media().getFirst();
        assertThat(media.type()).isEqualTo(MediaType.MP4);
        assertThat(media.size()).isEqualTo(HD);
        assertThat(media.duration()).isEqualTo(Duration.ofMillis(4042));
        assertThat(workshop.media.find(media.key()).orElseThrow().contentType())
                .isEqualTo("video/mp4");
    }

    @Test
    void returnsTheCreditsForAFilmThatIsCutShort() {
        requireRefunded(delivered(Arrays.copyOf(WHOLE, WHOLE.length - 20)));
    }

    @Test
    void returnsTheCreditsForAFilmThatIsTooShort() {
        requireRefunded(delivered(FilmFile.of(HD, Duration.ofSeconds(3))));
    }

    @Test
    void returnsTheCreditsForAFilmThatIsTooSmall() {
        requireRefunded(delivered(FilmFile.of(new Dimensions(854, 480), Duration.ofSeconds(4))));
    }

    @Test
    void returnsTheCreditsForASilentFilmWhereASoundWasAskedFor() {
        requireRefunded(delivered(WHOLE, heardFilm()));
    }

    @Test
    void chargesForAFilmThatIsHeardAsWasAskedFor() {
        delivered(FilmFile.heard(HD, Duration.ofSeconds(4)), heardFilm());

        assertThat(workshop.happened).containsExactly("stored", "posted");
    }

    @Test
    void returnsTheCreditsForAPictureInPlaceOfAFilm() {
        requireRefunded(delivered(PngFile.of(1280, 720)));
    }

    /** It goes by way of a folder of half a gigabyte, where one result at a time has room. */
    @Test
    void copiesNoFilmLargerThanItsBound() {
        delivered(WHOLE);

        assertThat(workshop.provider.bytesMax()).isEqualTo(200L * 1024 * 1024);
    }

    private GenerationId delivered(byte[] file) {
        return delivered(file, workshop.acceptedFilm(1));
    }

    private GenerationId delivered(byte[] file, GenerationId id) {
        workshop.provider.resultIs(file);
        workshop.deliver("submit-due", id);
        workshop.runToTheEnd();
        return id;
    }

    private GenerationId heardFilm() {
        GenerationRequest silent = Samples.videoRequest();
        Format.Film form =
                new Format.Film(
                        silent.aspectRatio(), silent.resolution(), Duration.ofSeconds(4), true);
        return workshop.accepted(
                1,
                new GenerationRequest(silent.model(), silent.prompt(), form),
                Samples.assignment("fal", false));
    }

    private void requireRefunded(GenerationId id) {
        assertThat(workshop.failure(id)).isEqualTo(FailureReason.INVALID_RESULT);
        assertThat(workshop.media.keys()).isEmpty();
        assertThat(workshop.account().available()).isEqualTo(new Credits(25));
    }
}
