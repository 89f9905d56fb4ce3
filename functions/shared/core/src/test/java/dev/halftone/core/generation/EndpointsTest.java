package dev.halftone.core.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Protects: a name that stands for several stands for no more than it says. */
class EndpointsTest {

    @ParameterizedTest
    @CsvSource({
        "photon-1, photon-1, true",
        "photon-1, photon-2, false",
        "ray-3.2, ray-3x2, false",
        "gpt-image-*, gpt-image-2.5-flare, true",
        "gpt-image-*, gpt-image-, false",
        "gpt-image-*, gpt-5, false",
        "gpt-image-*, gpt-image-2/edit, false",
        "*/**, fal-ai/flux/dev, true",
        "*/**, fal-ai, false",
        "*/**, fal-ai//dev, false",
        "**, zai-org/GLM-5.3-Flash, true",
        "**, openai/gpt-oss-120b:free, true",
        "**, two words, false",
        "**, vendor/../keys, false"
    })
    void readsWhatANameStandsFor(String name, String endpoint, boolean offered) {
        assertThat(Endpoints.of(name).offers(endpoint)).isEqualTo(offered);
    }

    @Test
    void offersWhatAnyOfItsNamesStandsFor() {
        Endpoints endpoints = Endpoints.of("uni-1", "ray-*");

        assertThat(endpoints.offers("uni-1")).isTrue();
        assertThat(endpoints.offers("ray-3.2")).isTrue();
        assertThat(endpoints).hasToString("uni-1, ray-*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[a-z]+", "***", "two words"})
    void takesNoNameForAnythingElse(String name) {
        assertThatThrownBy(() -> Endpoints.of(name)).isInstanceOf(IllegalArgumentException.class);
    }
}
