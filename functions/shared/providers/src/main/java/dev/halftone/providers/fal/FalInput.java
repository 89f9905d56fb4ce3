package dev.halftone.providers.fal;

import dev.halftone.core.catalogue.Dimensions;
import dev.halftone.core.generation.GenerationRequest;
import dev.halftone.core.generation.ProviderOrder;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A model's own input, not wrapped, in the words of its endpoint. */
final class FalInput {

    // https://fal.ai/models/fal-ai/veo3.1/api spells a duration "8s". Seedance, Kling and most
    // others spell it "8".
    private static final String VEO = "fal-ai/veo";

    private FalInput() {}

    static ObjectNode of(ProviderOrder order) {
        GenerationRequest request = order.request();
        ObjectNode input = JsonNodeFactory.instance.objectNode();
        input.put("prompt", request.prompt());
        switch (order.route().sizing()) {
            case RATIO_AND_RESOLUTION -> {
                input.put("aspect_ratio", request.aspectRatio().toString());
                input.put("resolution", request.resolution().label());
            }
            case PIXELS -> {
                Dimensions size = request.resolution().dimensions(request.aspectRatio());
                input.putObject("image_size")
                        .put("width", size.width())
                        .put("height", size.height());
            }
        }
        // Sound would double what the provider asks for each second.
        return request.isFilm()
                ? input.put("duration", duration(order)).put("generate_audio", false)
                : input.put("num_images", 1).put("output_format", "png");
    }

    private static String duration(ProviderOrder order) {
        String unit = order.route().endpoint().startsWith(VEO) ? "s" : "";
        return order.request().durationSeconds() + unit;
    }
}
