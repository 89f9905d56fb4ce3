package dev.halftone.local;

import java.net.URI;
import java.util.Map;

/** A model provider that the sandbox stands in for, unless its key is in the environment. */
enum StandIn {
    DREAM_MACHINE,
    FAL,
    GMI,
    HEDRA,
    LUMA,
    OPENAI,
    GEMINI,
    VERTEX;

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
            case DREAM_MACHINE -> Map.of("DreamMachineBaseUrl", "/dream-machine");
            case FAL -> Map.of("FalQueueUrl", "/fal", "FalJwksUrl", "/fal/.well-known/jwks.json");
            case GMI -> Map.of("GmiBaseUrl", "/gmi");
            case OPENAI -> Map.of("OpenAiBaseUrl", "/openai/v1");
            case GEMINI -> Map.of("GeminiBaseUrl", "/gemini");
            case VERTEX -> Map.of("VertexBaseUrl", "/vertex");
            case HEDRA -> Map.of("HedraBaseUrl", "/hedra");
            case LUMA -> Map.of("LumaBaseUrl", "/luma");
        };
    }
}
