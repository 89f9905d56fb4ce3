package dev.halftone.local;

import java.net.URI;
import java.util.Map;

/** A model provider that the sandbox stands in for, unless its key is in the environment. */
enum StandIn {
    FAL("FalQueueUrl", "/fal", Map.of("FalJwksUrl", "/fal/.well-known/jwks.json")),
    GMI("GmiBaseUrl", "/gmi", Map.of());

    private final String parameter;
    private final String path;
    private final Map<String, String> further;

    /** Where the provider is, by the template's parameter and the sandbox's path. */
    StandIn(String parameter, String path, Map<String, String> further) {
        this.parameter = parameter;
        this.path = path;
        this.further = further;
    }

    /** The variable that holds a real key. */
    String variable() {
        return name() + "_KEY";
    }

    /** Puts the sandbox in the place of the real hosts. */
    void standIn(URI sandbox, Map<String, String> parameters) {
        parameters.put(parameter, sandbox + path);
        further.forEach((name, each) -> parameters.put(name, sandbox + each));
    }
}
