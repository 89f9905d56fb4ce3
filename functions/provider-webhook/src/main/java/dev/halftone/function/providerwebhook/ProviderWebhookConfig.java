package dev.halftone.function.providerwebhook;

import dev.halftone.lambda.Environment;
import java.net.URI;
import java.util.Set;

/**
 * The variables of this function.
 *
 * @param dreamMachineKeyParameter names the key from which the addresses of callbacks are derived
 * @param hedraBaseUrl where Hedra publishes the key that it signs with
 */
record ProviderWebhookConfig(
        URI providerQueueUrl,
        String dreamMachineKeyParameter,
        URI falJwksUrl,
        String falUserIdParameter,
        URI hedraBaseUrl) {
    static final Set<String> KEYS =
            Set.of(
                    "PROVIDER_QUEUE_URL",
                    "DREAM_MACHINE_KEY_PARAMETER",
                    "FAL_JWKS_URL",
                    "FAL_USER_ID_PARAMETER",
                    "HEDRA_BASE_URL");

    static ProviderWebhookConfig from(Environment environment) {
        ProviderWebhookConfig config =
                new ProviderWebhookConfig(
                        environment.uri("PROVIDER_QUEUE_URL"),
                        environment.text("DREAM_MACHINE_KEY_PARAMETER"),
                        environment.uri("FAL_JWKS_URL"),
                        environment.text("FAL_USER_ID_PARAMETER"),
                        environment.uri("HEDRA_BASE_URL"));
        environment.verify();
        return config;
    }
}
