package dev.halftone.function.providerwebhook;

import dev.halftone.lambda.Environment;
import dev.halftone.lambda.ProviderAddresses;
import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The variables of this function. */
record ProviderWebhookConfig(
        String profile,
        URI providerQueueUrl,
        String falUserIdParameter,
        ProviderAddresses providers) {
    static final Set<String> KEYS =
            Stream.concat(
                            Stream.of("PROFILE", "PROVIDER_QUEUE_URL", "FAL_USER_ID_PARAMETER"),
                            ProviderAddresses.KEYS.stream())
                    .collect(Collectors.toUnmodifiableSet());

    static ProviderWebhookConfig from(Environment environment) {
        ProviderWebhookConfig config =
                new ProviderWebhookConfig(
                        environment.text("PROFILE"),
                        environment.uri("PROVIDER_QUEUE_URL"),
                        environment.text("FAL_USER_ID_PARAMETER"),
                        ProviderAddresses.read(environment));
        environment.verify();
        return config;
    }
}
