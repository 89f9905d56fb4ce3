package dev.halftone.function.providerpoll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.lambda.Environment;
import dev.halftone.lambda.ProviderAddresses;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProviderPollConfigTest {
    @Test
    void mapsEveryKey() {
        Environment environment = Environment.of(Variables.ALL);

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
                                "/halftone/test/signing-key",
                                new ProviderAddresses("/halftone/test/providers/", Map.of())));
    }

    @Test
    void namesEveryKeyThatIsMissing() {
        assertThatThrownBy(() -> ProviderPollConfig.from(Environment.of(Map.of())))
                .message()
                .contains(
                        ProviderPollConfig.KEYS.stream()
                                .filter(key -> !key.equals("PROVIDER_STAND_INS"))
                                .toList());
    }
}
