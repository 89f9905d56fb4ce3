package dev.halftone.function.generationsubmit;

import dev.halftone.lambda.Environment;
import dev.halftone.lambda.PaymentAddresses;
import dev.halftone.lambda.ProviderAddresses;
import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The variables of this function. */
record GenerationSubmitConfig(
        String sessionsTable,
        String insightTable,
        String studioTable,
        String ledgerTable,
        String profile,
        URI providerQueueUrl,
        URI directQueueUrl,
        URI batchQueueUrl,
        String publicUrlParameter,
        String signingKeyParameter,
        String cookiePrefix,
        ProviderAddresses providers,
        PaymentAddresses payments) {
    static final Set<String> KEYS =
            Stream.of(
                            Set.of(
                                    "SESSIONS_TABLE",
                                    "INSIGHT_TABLE",
                                    "STUDIO_TABLE",
                                    "LEDGER_TABLE",
                                    "PROFILE",
                                    "PROVIDER_QUEUE_URL",
                                    "DIRECT_QUEUE_URL",
                                    "BATCH_QUEUE_URL",
                                    "PUBLIC_URL_PARAMETER",
                                    "SIGNING_KEY_PARAMETER",
                                    "COOKIE_PREFIX"),
                            ProviderAddresses.KEYS,
                            PaymentAddresses.KEYS)
                    .flatMap(Set::stream)
                    .collect(Collectors.toUnmodifiableSet());

    static GenerationSubmitConfig from(Environment environment) {
        GenerationSubmitConfig config =
                new GenerationSubmitConfig(
                        environment.text("SESSIONS_TABLE"),
                        environment.text("INSIGHT_TABLE"),
                        environment.text("STUDIO_TABLE"),
                        environment.text("LEDGER_TABLE"),
                        environment.text("PROFILE"),
                        environment.uri("PROVIDER_QUEUE_URL"),
                        environment.uri("DIRECT_QUEUE_URL"),
                        environment.uri("BATCH_QUEUE_URL"),
                        environment.text("PUBLIC_URL_PARAMETER"),
                        environment.text("SIGNING_KEY_PARAMETER"),
                        environment.cookiePrefix("COOKIE_PREFIX"),
                        ProviderAddresses.read(environment),
                        PaymentAddresses.read(environment));
        environment.verify();
        return config;
    }
}
