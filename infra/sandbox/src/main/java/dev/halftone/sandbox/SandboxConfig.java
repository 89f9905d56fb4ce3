package dev.halftone.sandbox;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything the sandbox is told.
 *
 * @param address a loopback address; port 0 takes a free one
 * @param publicUrl how others reach it; port 0 stands for the port that was taken
 * @param state the folder that survives a restart
 * @param parameters what the parameter store holds; the providers' keys, a user id and the client
 *     secret are read from it too, by the end of their names; a further provider is there if its
 *     key is
 * @param allowedRedirectPrefixes where sign-in may return to
 * @param pace the provider's tick: a picture takes 3.5 of them
 */
public record SandboxConfig(
        InetSocketAddress address,
        URI publicUrl,
        Path state,
        Map<String, String> parameters,
        Set<URI> allowedRedirectPrefixes,
        Clock clock,
        Duration pace) {

    private static final Duration PACE = Duration.ofSeconds(1);
    private static final List<String> REQUIRED =
            List.of("sign-in/google", "providers/fal", "fal-user-id");

    public SandboxConfig {
        parameters = Map.copyOf(parameters);
        allowedRedirectPrefixes = Set.copyOf(allowedRedirectPrefixes);
        Map<String, String> given = parameters;
        List<String> unclear = REQUIRED.stream().filter(name -> count(given, name) != 1).toList();
        if (!unclear.isEmpty()) {
            throw new IllegalArgumentException(
                    "Exactly one parameter has to end with each of " + unclear);
        }
    }

    public SandboxConfig(
            InetSocketAddress address,
            URI publicUrl,
            Path state,
            Map<String, String> parameters,
            Set<URI> allowedRedirectPrefixes,
            Clock clock) {
        this(address, publicUrl, state, parameters, allowedRedirectPrefixes, clock, PACE);
    }

    String parameter(String ending) {
        return optional(ending).orElseThrow();
    }

    /** What need not be there. */
    Optional<String> optional(String ending) {
        return parameters.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("/" + ending))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Those of a folder, by the last part of their names. */
    Map<String, String> below(String folder) {
        String part = "/" + folder + "/";
        Map<String, String> found = new HashMap<>();
        parameters.forEach(
                (name, value) -> {
                    int at = name.lastIndexOf(part);
                    if (at >= 0) {
                        found.put(name.substring(at + part.length()), value);
                    }
                });
        return found;
    }

    private static long count(Map<String, String> parameters, String ending) {
        return parameters.keySet().stream().filter(name -> name.endsWith("/" + ending)).count();
    }

    @Override
    public String toString() {
        return "SandboxConfig[address=%s, publicUrl=%s, state=%s, parameters=%s]"
                .formatted(address, publicUrl, state, parameters.keySet());
    }
}
