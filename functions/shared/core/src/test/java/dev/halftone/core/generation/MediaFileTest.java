package dev.halftone.core.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.catalogue.AspectRatio;
import dev.halftone.core.catalogue.Dimensions;
import dev.halftone.core.catalogue.Resolution;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Protects: a film that is shorter, smaller or of another shape than was paid for is refused. */
class MediaFileTest {

    private static final GenerationRequest FIVE_SECONDS =
            new GenerationRequest(
                    "model",
                    "prompt",
                    new AspectRatio(16, 9),
                    Resolution.P720,
                    Duration.ofSeconds(5));

    @ParameterizedTest
    @CsvSource({
        "5000, 1280, 720, true", "5042, 1280, 720, true", "4500, 1248, 704, true",
        "4499, 1280, 720, false", "5501, 1280, 720, false", "5000, 854, 480, false",
        "5000, 720, 1280, false"
    })
    void isWhatWasAskedFor(long millis, int width, int height, boolean accepted) {
        MediaFile film =
                new MediaFile(
                        MediaType.MP4,
                        new Dimensions(width, height),
                        Duration.ofMillis(millis),
                        null,
                        false);

        assertThat(film.isWhatWasAskedFor(FIVE_SECONDS)).isEqualTo(accepted);
    }
}
