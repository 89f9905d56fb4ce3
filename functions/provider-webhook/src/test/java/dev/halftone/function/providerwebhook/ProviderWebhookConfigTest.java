package dev.halftone.function.providerwebhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.lambda.Environment;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProviderWebhookConfigTest {
    @Test
    void mapsEveryKey() {
        Environment environment =
                Environment.of(
                        Map.of(
                                "PROVIDER_QUEUE_URL", "https://queue.example.org/provider",
                                "DREAM_MACHINE_KEY_PARAMETER", "/halftone/test/dream-key",
                                "FAL_JWKS_URL", "https://rest.fal.ai/.well-known/jwks.json",
                                "FAL_USER_ID_PARAMETER", "/halftone/test/fal-user-id",
                                "HEDRA_BASE_URL", "https://hedra.example.org"));

        ProviderWebhookConfig config = ProviderWebhookConfig.from(environment);

        assertThat(environment.keysRead()).isEqualTo(ProviderWebhookConfig.KEYS);
        assertThat(config)
                .isEqualTo(
                        new ProviderWebhookConfig(
                                URI.create("https://queue.example.org/provider"),
                                "/halftone/test/dream-key",
                                URI.create("https://rest.fal.ai/.well-known/jwks.json"),
                                "/halftone/test/fal-user-id",
                                URI.create("https://hedra.example.org")));
    }

    @Test
    void namesEveryKeyThatIsMissing() {
        assertThatThrownBy(() -> ProviderWebhookConfig.from(Environment.of(Map.of())))
                .message()
                .contains(ProviderWebhookConfig.KEYS);
    }
}
