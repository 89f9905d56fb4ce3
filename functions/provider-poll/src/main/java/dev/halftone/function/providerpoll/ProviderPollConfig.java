package dev.halftone.function.providerpoll;

import dev.halftone.lambda.Environment;
import java.net.URI;
import java.util.Set;

/** The variables of this function. */
record ProviderPollConfig(
        String studioTable,
        String ledgerTable,
        String mediaBucket,
        String profile,
        URI providerQueueUrl,
        URI deliveryQueueUrl,
        String publicUrlParameter,
        URI falQueueUrl,
        String falKeyParameter) {
    static final Set<String> KEYS =
            Set.of(
                    "STUDIO_TABLE",
                    "LEDGER_TABLE",
                    "MEDIA_BUCKET",
                    "PROFILE",
                    "PROVIDER_QUEUE_URL",
                    "DELIVERY_QUEUE_URL",
                    "PUBLIC_URL_PARAMETER",
                    "FAL_QUEUE_URL",
                    "FAL_KEY_PARAMETER");

    static ProviderPollConfig from(Environment environment) {
        ProviderPollConfig config =
                new ProviderPollConfig(
                        environment.text("STUDIO_TABLE"),
                        environment.text("LEDGER_TABLE"),
                        environment.text("MEDIA_BUCKET"),
                        environment.text("PROFILE"),
                        environment.uri("PROVIDER_QUEUE_URL"),
                        environment.uri("DELIVERY_QUEUE_URL"),
                        environment.text("PUBLIC_URL_PARAMETER"),
                        environment.uri("FAL_QUEUE_URL"),
                        environment.text("FAL_KEY_PARAMETER"));
        environment.verify();
        return config;
    }
}
