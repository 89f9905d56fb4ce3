package dev.halftone.function.generationsubmit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.lambda.Environment;
import dev.halftone.lambda.PaymentAddresses;
import dev.halftone.lambda.ProviderAddresses;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GenerationSubmitConfigTest {
    @Test
    void mapsEveryKey() {
        Environment environment = Environment.of(Studio.VARIABLES);

        GenerationSubmitConfig config = GenerationSubmitConfig.from(environment);

        assertThat(environment.keysRead()).isEqualTo(GenerationSubmitConfig.KEYS);
        assertThat(config)
                .isEqualTo(
                        new GenerationSubmitConfig(
                                "sessions",
                                "insight",
                                "studio",
                                "ledger",
                                "test",
                                URI.create("https://queue.example.org/provider"),
                                URI.create("https://queue.example.org/direct"),
                                URI.create("https://queue.example.org/batch"),
                                "/halftone/test/public-url",
                                "/halftone/test/signing-key",
                                "__Host-",
                                new ProviderAddresses("/halftone/test/providers/", Map.of()),
                                new PaymentAddresses("/halftone/test/payments/", Map.of())));
    }

    @Test
    void namesEveryKeyThatIsMissing() {
        assertThatThrownBy(() -> GenerationSubmitConfig.from(Environment.of(Map.of())))
                .message()
                .contains(
                        GenerationSubmitConfig.KEYS.stream()
                                .filter(key -> !key.endsWith("_STAND_INS"))
                                .toList());
    }
}
