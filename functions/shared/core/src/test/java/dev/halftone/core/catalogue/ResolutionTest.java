package dev.halftone.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Protects: what is asked of a provider, and what is accepted back, has the ratio and size bought.
 */
class ResolutionTest {

    @ParameterizedTest
    @ValueSource(strings = {"1:1", "16:9", "9:16", "4:3", "3:4", "3:2", "2:3"})
    void asksForTheRatioAndAtLeastTheLongSide(String ratio) {
        AspectRatio asked = AspectRatio.parse(ratio);
        for (Resolution resolution : Resolution.values()) {
            Dimensions size = resolution.dimensions(asked);

            assertThat(asked.matches(size)).as("%s %s", ratio, size).isTrue();
            assertThat(size.longSide()).isEqualTo(resolution.longSideMin());
            assertThat(size.width() % 8 + size.height() % 8).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"1376,768,true", "1365,768,true", "1393,768,false", "1024,1024,false"})
    void acceptsARatioWithinOnePercent(int width, int height, boolean accepted) {
        assertThat(new AspectRatio(16, 9).matches(new Dimensions(width, height)))
                .isEqualTo(accepted);
    }

    @Test
    void knowsItsOwnLabels() {
        assertThat(Resolution.parse("1K")).contains(Resolution.ONE_K);
        assertThat(Resolution.parse("2K")).contains(Resolution.TWO_K);
        assertThat(Resolution.parse("3K")).isEmpty();
    }
}
