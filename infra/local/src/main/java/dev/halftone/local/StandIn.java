package dev.halftone.local;

import java.net.URI;
import java.util.Map;

/** A model provider that the sandbox stands in for, unless its key is in the environment. */
enum StandIn {
    FAL,
    GMI;

    /** The variable that holds a real key. */
    String variable() {
        return name() + "_KEY";
    }

    /** Puts the sandbox in the place of the real hosts. */
    void standIn(URI sandbox, Map<String, String> parameters) {
        paths().forEach((parameter, path) -> parameters.put(parameter, sandbox + path));
    }

    /** Where the provider is, by the template's parameters and the sandbox's paths. */
    private Map<String, String> paths() {
        return switch (this) {
            case FAL -> Map.of("FalQueueUrl", "/fal", "FalJwksUrl", "/fal/.well-known/jwks.json");
            case GMI -> Map.of("GmiBaseUrl", "/gmi");
        };
    }
}
