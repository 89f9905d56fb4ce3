package dev.halftone.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Protects: what is asked of a provider, and what is accepted back, has the ratio and size bought.
 */
class ResolutionTest {

    @ParameterizedTest
    @ValueSource(strings = {"1:1", "16:9", "9:16", "4:3", "3:4", "3:2", "2:3"})
    void asksForWhatItWouldAccept(String ratio) {
        AspectRatio asked = AspectRatio.parse(ratio);
        for (Resolution resolution : Resolution.values()) {
            Dimensions size = resolution.dimensions(asked);

            assertThat(resolution.isMetBy(size, asked)).as("%s %s", ratio, size).isTrue();
            assertThat(size.width() % 2 + size.height() % 2).isZero();
        }
    }

    /** A picture's resolution is its long side, a film's the short one. */
    @ParameterizedTest
    @CsvSource({
        "1K,16:9,1024,576",
        "2K,3:4,1536,2048",
        "480p,16:9,854,480",
        "720p,9:16,720,1280",
        "1080p,1:1,1080,1080"
    })
    void asksForTheSizeThatThePriceNames(String label, String ratio, int width, int height) {
        assertThat(Resolution.parse(label).orElseThrow().dimensions(AspectRatio.parse(ratio)))
                .isEqualTo(new Dimensions(width, height));
    }

    @ParameterizedTest
    @CsvSource({
        "1376,768,true",
        "1365,768,true",
        "1393,768,false",
        "1024,1024,false",
        "1008,567,false"
    })
    void acceptsAPictureWithinOnePercentOfTheRatio(int width, int height, boolean accepted) {
        assertThat(isMet(Resolution.ONE_K, width, height)).isEqualTo(accepted);
    }

    /** Films come in whole blocks of sixteen pixels, and some models stop a block short. */
    @ParameterizedTest
    @CsvSource({
        "1280,720,true",
        "1248,704,true",
        "1246,702,false",
        "1920,1080,true",
        "960,960,false",
        "720,1280,false"
    })
    void acceptsAFilmWithinABlockOfTheSize(int width, int height, boolean accepted) {
        assertThat(isMet(Resolution.P720, width, height)).isEqualTo(accepted);
    }

    @ParameterizedTest
    @EnumSource(Resolution.class)
    void knowsItsOwnLabels(Resolution resolution) {
        assertThat(Resolution.parse(resolution.label())).contains(resolution);
    }

    @Test
    void knowsNoOtherLabels() {
        assertThat(Resolution.parse("3K")).isEmpty();
    }

    private static boolean isMet(Resolution resolution, int width, int height) {
        return resolution.isMetBy(new Dimensions(width, height), new AspectRatio(16, 9));
    }
}
