package dev.halftone.function.providerwebhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.lambda.Environment;
import dev.halftone.lambda.ProviderAddresses;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProviderWebhookConfigTest {
    @Test
    void mapsEveryKey() {
        Environment environment =
                Environment.of(
                        Map.of(
                                "PROFILE", "halftone",
                                "PROVIDER_QUEUE_URL", "https://queue.example.org/provider",
                                "FAL_USER_ID_PARAMETER", "/halftone/test/fal-user-id",
                                "PROVIDER_PARAMETERS", "/halftone/test/providers/"));

        ProviderWebhookConfig config = ProviderWebhookConfig.from(environment);

        assertThat(environment.keysRead()).isEqualTo(ProviderWebhookConfig.KEYS);
        assertThat(config)
                .isEqualTo(
                        new ProviderWebhookConfig(
                                "halftone",
                                URI.create("https://queue.example.org/provider"),
                                "/halftone/test/fal-user-id",
                                new ProviderAddresses("/halftone/test/providers/", Map.of())));
    }

    @Test
    void namesEveryKeyThatIsMissing() {
        assertThatThrownBy(() -> ProviderWebhookConfig.from(Environment.of(Map.of())))
                .message()
                .contains(
                        "PROFILE",
                        "PROVIDER_QUEUE_URL",
                        "FAL_USER_ID_PARAMETER",
                        "PROVIDER_PARAMETERS");
    }
}
