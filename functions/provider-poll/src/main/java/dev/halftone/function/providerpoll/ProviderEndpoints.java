package dev.halftone.function.providerpoll;

import dev.halftone.lambda.Environment;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the providers are that make what is asked of them while we wait and ask. */
record ProviderEndpoints(
        ProviderEndpoint dreamMachine,
        ProviderEndpoint fal,
        ProviderEndpoint gmi,
        ProviderEndpoint hedra,
        ProviderEndpoint luma) {

    private static final String DREAM_MACHINE = "DREAM_MACHINE";
    private static final String FAL_QUEUE_URL = "FAL_QUEUE_URL";
    private static final String FAL_KEY_PARAMETER = "FAL_KEY_PARAMETER";
    private static final String GMI = "GMI";
    private static final String HEDRA = "HEDRA";
    private static final String LUMA = "LUMA";

    static Set<String> keys() {
        return Stream.of(
                        ProviderEndpoint.keys(DREAM_MACHINE),
                        Set.of(FAL_QUEUE_URL, FAL_KEY_PARAMETER),
                        ProviderEndpoint.keys(GMI),
                        ProviderEndpoint.keys(HEDRA),
                        ProviderEndpoint.keys(LUMA))
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    static ProviderEndpoints read(Environment environment) {
        return new ProviderEndpoints(
                ProviderEndpoint.read(environment, DREAM_MACHINE),
                new ProviderEndpoint(
                        environment.uri(FAL_QUEUE_URL), environment.text(FAL_KEY_PARAMETER)),
                ProviderEndpoint.read(environment, GMI),
                ProviderEndpoint.read(environment, HEDRA),
                ProviderEndpoint.read(environment, LUMA));
    }

    /** The addresses that may name this machine in their results, if they are on it themselves. */
    List<URI> baseUrls() {
        return Stream.of(dreamMachine, fal, gmi, hedra, luma)
                .map(ProviderEndpoint::baseUrl)
                .toList();
    }
}
