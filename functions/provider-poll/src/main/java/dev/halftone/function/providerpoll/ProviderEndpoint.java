package dev.halftone.function.providerpoll;

import dev.halftone.lambda.Environment;
import java.net.URI;
import java.util.Set;

/**
 * Where a provider is, and under which name the parameter store holds its key.
 *
 * @param keyParameter a name, not a key
 */
record ProviderEndpoint(URI baseUrl, String keyParameter) {

    static Set<String> keys(String prefix) {
        return Set.of(prefix + "_BASE_URL", prefix + "_KEY_PARAMETER");
    }

    static ProviderEndpoint read(Environment environment, String prefix) {
        return new ProviderEndpoint(
                environment.uri(prefix + "_BASE_URL"), environment.text(prefix + "_KEY_PARAMETER"));
    }
}
