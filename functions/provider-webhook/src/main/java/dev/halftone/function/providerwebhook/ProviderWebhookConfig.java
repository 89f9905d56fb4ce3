package dev.halftone.function.providerwebhook;

import dev.halftone.lambda.Environment;
import java.net.URI;
import java.util.Set;

/** The variables of this function. */
record ProviderWebhookConfig(URI providerQueueUrl, URI falJwksUrl, String falUserIdParameter) {
    static final Set<String> KEYS =
            Set.of("PROVIDER_QUEUE_URL", "FAL_JWKS_URL", "FAL_USER_ID_PARAMETER");

    static ProviderWebhookConfig from(Environment environment) {
        ProviderWebhookConfig config =
                new ProviderWebhookConfig(
                        environment.uri("PROVIDER_QUEUE_URL"),
                        environment.uri("FAL_JWKS_URL"),
                        environment.text("FAL_USER_ID_PARAMETER"));
        environment.verify();
        return config;
    }
}
