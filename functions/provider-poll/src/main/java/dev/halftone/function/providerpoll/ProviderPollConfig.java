package dev.halftone.function.providerpoll;

import dev.halftone.lambda.Environment;
import dev.halftone.lambda.ProviderAddresses;
import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The variables of this function.
 *
 * @param signingKeyParameter names what pseudonyms for people are derived from
 */
record ProviderPollConfig(
        String studioTable,
        String ledgerTable,
        String mediaBucket,
        String profile,
        URI providerQueueUrl,
        URI deliveryQueueUrl,
        URI directQueueUrl,
        String publicUrlParameter,
        String signingKeyParameter,
        ProviderAddresses providers) {
    static final Set<String> KEYS =
            Stream.concat(
                            Stream.of(
                                    "STUDIO_TABLE",
                                    "LEDGER_TABLE",
                                    "MEDIA_BUCKET",
                                    "PROFILE",
                                    "PROVIDER_QUEUE_URL",
                                    "DELIVERY_QUEUE_URL",
                                    "DIRECT_QUEUE_URL",
                                    "PUBLIC_URL_PARAMETER",
                                    "SIGNING_KEY_PARAMETER"),
                            ProviderAddresses.KEYS.stream())
                    .collect(Collectors.toUnmodifiableSet());

    static ProviderPollConfig from(Environment environment) {
        ProviderPollConfig config =
                new ProviderPollConfig(
                        environment.text("STUDIO_TABLE"),
                        environment.text("LEDGER_TABLE"),
                        environment.text("MEDIA_BUCKET"),
                        environment.text("PROFILE"),
                        environment.uri("PROVIDER_QUEUE_URL"),
                        environment.uri("DELIVERY_QUEUE_URL"),
                        environment.uri("DIRECT_QUEUE_URL"),
                        environment.text("PUBLIC_URL_PARAMETER"),
                        environment.text("SIGNING_KEY_PARAMETER"),
                        ProviderAddresses.read(environment));
        environment.verify();
        return config;
    }
}
