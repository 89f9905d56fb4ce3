package dev.halftone.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.PermanentFailure;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protects: keys and prompts go to the provider, and never to whoever listens inside. */
class ProviderBaseTest {

    private static final URI DEPLOYED = URI.create("https://halftone.example");
    private static final URI HERE = URI.create("http://localhost:8080");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.openai.com/v1",
                "https://10.0.0.1/v1",
                "https://169.254.169.254/latest",
                "https://[fd00::1]/v1",
                "https://metadata.google.internal/v1",
                "https://printer.local/v1",
                "https://intranet/v1",
                "https://user@api.openai.com/v1"
            })
    void refusesAnAddressThatLeadsInwardByTheNameOfItsProvider(String address) {
        assertThatThrownBy(() -> new ProviderBase("openai", URI.create(address), () -> DEPLOYED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("openai");
    }

    /** Where we are is known only once we run; before that nothing may be asked. */
    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:9", "http://127.0.0.1:9", "http://[::1]:9"})
    void sendsNothingToThisMachineOnceDeployed(String address) {
        ProviderBase base = new ProviderBase("openai", URI.create(address), () -> DEPLOYED);

        assertThatThrownBy(() -> base.resolve("/orders"))
                .isInstanceOf(PermanentFailure.class)
                .hasMessageContaining("openai");
    }

    @Test
    void findsAStandInOnThisMachineDuringDevelopment() {
        ProviderBase base =
                new ProviderBase("openai", URI.create("http://127.0.0.1:9/v1/"), () -> HERE);

        assertThat(base.resolve("/orders")).isEqualTo(URI.create("http://127.0.0.1:9/v1/orders"));
    }
}
