package dev.halftone.function.generationsweep;

import dev.halftone.lambda.Environment;
import java.net.URI;
import java.util.Set;

/** The variables of this function. */
record GenerationSweepConfig(
        String studioTable,
        URI providerQueueUrl,
        URI directQueueUrl,
        URI deliveryQueueUrl,
        URI batchQueueUrl) {
    static final Set<String> KEYS =
            Set.of(
                    "STUDIO_TABLE",
                    "PROVIDER_QUEUE_URL",
                    "DIRECT_QUEUE_URL",
                    "DELIVERY_QUEUE_URL",
                    "BATCH_QUEUE_URL");

    static GenerationSweepConfig from(Environment environment) {
        GenerationSweepConfig config =
                new GenerationSweepConfig(
                        environment.text("STUDIO_TABLE"),
                        environment.uri("PROVIDER_QUEUE_URL"),
                        environment.uri("DIRECT_QUEUE_URL"),
                        environment.uri("DELIVERY_QUEUE_URL"),
                        environment.uri("BATCH_QUEUE_URL"));
        environment.verify();
        return config;
    }
}
