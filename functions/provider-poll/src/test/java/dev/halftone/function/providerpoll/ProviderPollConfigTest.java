package dev.halftone.function.providerpoll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.lambda.Environment;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProviderPollConfigTest {
    @Test
    void mapsEveryKey() {
        Environment environment = Environment.of(Workshop.VARIABLES);

        ProviderPollConfig config = ProviderPollConfig.from(environment);

        assertThat(environment.keysRead()).isEqualTo(ProviderPollConfig.KEYS);
        assertThat(config)
                .isEqualTo(
                        new ProviderPollConfig(
                                "studio",
                                "ledger",
                                "media",
                                "test",
                                URI.create("https://queue.example.org/provider"),
                                URI.create("https://queue.example.org/delivery"),
                                URI.create("https://queue.example.org/direct"),
                                "/halftone/test/public-url",
                                new ProviderEndpoints(
                                        endpoint("https://dream.example.org", "dream"),
                                        endpoint("https://queue.fal.run", "fal"),
                                        endpoint("https://gmi.example.org", "gmi"),
                                        endpoint("https://hedra.example.org", "hedra"),
                                        endpoint("https://luma.example.org", "luma")),
                                new DirectEndpoints(
                                        endpoint("https://openai.example.org/v1", "openai"),
                                        endpoint("https://gemini.example.org", "gemini"),
                                        endpoint("https://vertex.example.org", "vertex"),
                                        "/halftone/test/signing-key")));
    }

    private static ProviderEndpoint endpoint(String baseUrl, String name) {
        return new ProviderEndpoint(URI.create(baseUrl), "/halftone/test/" + name + "-key");
    }

    @Test
    void namesEveryKeyThatIsMissing() {
        assertThatThrownBy(() -> ProviderPollConfig.from(Environment.of(Map.of())))
                .message()
                .contains(ProviderPollConfig.KEYS);
    }
}
