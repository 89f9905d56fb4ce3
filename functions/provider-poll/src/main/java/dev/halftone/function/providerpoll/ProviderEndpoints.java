package dev.halftone.function.providerpoll;

import dev.halftone.lambda.Environment;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the providers are that make what is asked of them while we wait and ask. */
record ProviderEndpoints(ProviderEndpoint fal, ProviderEndpoint gmi) {

    private static final String FAL_QUEUE_URL = "FAL_QUEUE_URL";
    private static final String FAL_KEY_PARAMETER = "FAL_KEY_PARAMETER";
    private static final String GMI = "GMI";

    static Set<String> keys() {
        return Stream.of(Set.of(FAL_QUEUE_URL, FAL_KEY_PARAMETER), ProviderEndpoint.keys(GMI))
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    static ProviderEndpoints read(Environment environment) {
        return new ProviderEndpoints(
                new ProviderEndpoint(
                        environment.uri(FAL_QUEUE_URL), environment.text(FAL_KEY_PARAMETER)),
                ProviderEndpoint.read(environment, GMI));
    }

    /** The addresses that may name this machine in their results, if they are on it themselves. */
    List<URI> baseUrls() {
        return List.of(fal.baseUrl(), gmi.baseUrl());
    }
}
