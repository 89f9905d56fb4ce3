package dev.halftone.packaged;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Protects the protection: a jar that is missing in one zip alone is noticed. */
class IncompleteZipIT {
    private final PackagedStudio studio = PackagedStudio.get();

    @Test
    void aFunctionThatCannotStartIsNamedWithWhatItMisses() {
        PackagedFunction site = studio.unpack("site", "site-without-context");
        site.zip().remove("spring-context");

        LambdaProcess process = studio.start(site);

        assertThatThrownBy(process::awaitSnapshot)
                .isInstanceOf(FunctionFailed.class)
                .hasMessageContaining("org/springframework/context");
    }

    // Method: a jar that only the client's calls need; the function itself starts without it.
    @Test
    void whatOnlyARequestNeedsIsMissedBeforeTheSnapshot() {
        PackagedFunction studioFunction = studio.unpack("studio", "studio-without-json");
        studioFunction.zip().remove("third-party-jackson-core");

        LambdaProcess process = studio.start(studioFunction);

        assertThatThrownBy(process::awaitSnapshot)
                .isInstanceOf(FunctionFailed.class)
                .hasMessageContaining("thirdparty/jackson");
    }
}
