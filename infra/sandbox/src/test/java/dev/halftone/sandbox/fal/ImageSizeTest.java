package dev.halftone.sandbox.fal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ImageSizeTest {

    // Every ratio at every resolution: within one percent, and as long as its name says.
    @ParameterizedTest
    @MethodSource("sizes")
    void keepsRatioAndResolution(String ratio, String resolution) {
        ImageSize size = Objects.requireNonNull(ImageSize.of(ratio, resolution));
        String[] parts = ratio.split(":", 2);
        double wanted = Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
        assertThat((double) size.width() / size.height()).isCloseTo(wanted, within(wanted * 0.01));
        assertThat(Math.max(size.width(), size.height()))
                .isGreaterThanOrEqualTo(resolution.equals("2K") ? 2048 : 1024);
    }

    static Stream<Arguments> sizes() {
        return ImageSize.RATIOS.keySet().stream()
                .flatMap(
                        ratio ->
                                ImageSize.RESOLUTIONS.keySet().stream()
                                        .map(resolution -> Arguments.of(ratio, resolution)));
    }
}
