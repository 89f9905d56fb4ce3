package dev.halftone.providers.hedra;

import dev.halftone.core.generation.GenerationRequest;
import dev.halftone.core.generation.ProviderInput;
import dev.halftone.core.generation.ProviderOrder;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A model's input: all share their names, and an unknown one is refused. A picture that is to speak
 * brings its files, and ends with the second that was paid for.
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
        input.put("prompt", request.words())
                .put("aspect_ratio", request.aspectRatio().toString())
                .put("resolution", request.resolution().label());
        for (ProviderInput each : order.inputs()) {
            ObjectNode file =
                    switch (each.role()) {
                        case FIRST_FRAME -> input.putObject("start_image");
                        case FILM -> input.putObject("video");
                        case SPEECH -> input.putObject("audio");
                        case IMAGE, STYLE, CHARACTER -> input.withArray("/images").addObject();
                    };
            file.put("source", "url").put("url", handles.get(each));
        }
        if (request.duration() != null) {
            input.put("duration_ms", request.duration().toMillis());
        }
        return input;
    }
}
