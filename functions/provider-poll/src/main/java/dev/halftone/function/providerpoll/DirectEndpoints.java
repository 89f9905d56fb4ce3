package dev.halftone.function.providerpoll;

import dev.halftone.lambda.Environment;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the providers are that answer an order with the picture itself.
 *
 * @param signingKeyParameter the name of what pseudonyms for people are derived from
 */
record DirectEndpoints(
        ProviderEndpoint openAi,
        ProviderEndpoint gemini,
        ProviderEndpoint vertex,
        String signingKeyParameter) {

    private static final String OPENAI = "OPENAI";
    private static final String GEMINI = "GEMINI";
    private static final String VERTEX = "VERTEX";
    private static final String SIGNING_KEY_PARAMETER = "SIGNING_KEY_PARAMETER";

    static Set<String> keys() {
        return Stream.concat(
                        Stream.of(OPENAI, GEMINI, VERTEX).map(ProviderEndpoint::keys),
                        Stream.of(Set.of(SIGNING_KEY_PARAMETER)))
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    static DirectEndpoints read(Environment environment) {
        return new DirectEndpoints(
                ProviderEndpoint.read(environment, OPENAI),
                ProviderEndpoint.read(environment, GEMINI),
                ProviderEndpoint.read(environment, VERTEX),
                environment.text(SIGNING_KEY_PARAMETER));
    }
}
