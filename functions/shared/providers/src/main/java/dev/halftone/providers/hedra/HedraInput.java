package dev.halftone.providers.hedra;

import dev.halftone.core.generation.GenerationRequest;
import dev.halftone.core.generation.ProviderInput;
import dev.halftone.core.generation.ProviderOrder;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A model's input: all share their names, and an unknown one is refused. A picture that is to speak
 * brings its files, as long as its sound.
 */
final class HedraInput {

    private HedraInput() {}

    /**
     * The input of an order.
     *
     * @param handles by which address each file may be named, for an hour
     */
    static ObjectNode of(ProviderOrder order, Map<ProviderInput, String> handles) {
        GenerationRequest request = order.request();
        ObjectNode input = JsonNodeFactory.instance.objectNode();
        input.put("prompt", request.prompt())
                .put("aspect_ratio", request.aspectRatio().toString())
                .put("resolution", request.resolution().label());
        boolean speaks = false;
        for (ProviderInput each : order.inputs()) {
            String field =
                    switch (each.role()) {
                        case PICTURE -> "start_image";
                        case SOUND -> "audio";
                    };
            speaks |= each.role() == ProviderInput.Role.SOUND;
            input.putObject(field).put("source", "url").put("url", handles.get(each));
        }
        if (request.duration() != null && !speaks) {
            input.put("duration_ms", request.duration().toMillis());
        }
        return input;
    }
}
