package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protects the check itself: it notices each thing that was planted, and no word of ours. */
class ProviderInsidesTest {

    private final ProviderInsides insides = ProviderInsides.planted();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"" + ProviderInsides.REQUEST_ID + "\"}",
                "the key was " + ProviderInsides.KEY,
                "see https://example.org/status",
                "fal-ai/nano-banana-pro refused it",
                "java.lang.IllegalStateException",
                "NullPointerException: null",
                "\tat dev.halftone.core.Digest.sha256(Digest.java:20)"
            })
    void noticesWhatIsPlanted(String text) {
        assertThat(insides.in(text)).isNotEmpty();
    }

    @Test
    void noticesEveryPartOfACarelessDetail() {
        assertThat(insides.in(ProviderInsides.detail())).hasSizeGreaterThanOrEqualTo(7);
        assertThat(insides.in(ProviderInsides.request().toString())).isNotEmpty();
        assertThat(insides.in(ProviderInsides.media().toString())).isNotEmpty();
    }

    @Test
    void leavesWordsOfOursAlone() {
        assertThat(
                        insides.in(
                                "{\"code\":\"provider_error\",\"message\":\"fal.ai reported an"
                                        + " error. Look at it"
                                        + " (again)\",\"href\":\"/v1/generations/gen_1/media/0\"}"))
                .isEmpty();
    }
}
