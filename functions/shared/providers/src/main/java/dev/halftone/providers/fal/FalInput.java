package dev.halftone.providers.fal;

import dev.halftone.core.catalogue.Dimensions;
import dev.halftone.core.catalogue.InputRole;
import dev.halftone.core.generation.GenerationRequest;
import dev.halftone.core.generation.ProviderInput;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.core.generation.Settings;
import dev.halftone.providers.InputMedia;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A model's own input, not wrapped, in the words of its endpoint. */
final class FalInput {

    // https://fal.ai/models/fal-ai/veo3.1/api spells a duration "8s". Seedance, Kling and most
    // others spell it "8".
    private static final String VEO = "fal-ai/veo";

    // What starts from pictures is another endpoint of the same app.
    // (https://fal.ai/models/fal-ai/nano-banana-pro/edit, .../veo3.1/image-to-video)
    private static final String EDIT = "/edit";
    private static final String FROM_IMAGE = "/image-to-video";

    // The film is left as it is but for the lips. Where the sound ends before it, it goes on in
    // silence; no sound goes on for longer. (https://sync.so/docs/developer-guides/sync-mode)
    private static final String LIP_SYNC_MODEL = "lipsync-2";
    private static final String WHOLE_FILM = "silence";

    private FalInput() {}

    static String endpoint(ProviderOrder order) {
        String endpoint = order.route().endpoint();
        if (order.input(InputRole.FIRST_FRAME).isPresent()) {
            return endpoint + FROM_IMAGE;
        }
        return order.references().isEmpty() ? endpoint : endpoint + EDIT;
    }

    static ObjectNode of(ProviderOrder order) {
        Optional<ProviderInput> film = order.input(InputRole.FILM);
        return film.isPresent() ? dubbed(order, film.get()) : drawn(order);
    }

    /** It takes no words. (https://fal.ai/models/fal-ai/sync-lipsync/v2/llms.txt) */
    private static ObjectNode dubbed(ProviderOrder order, ProviderInput film) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("model", LIP_SYNC_MODEL)
                .put("video_url", InputMedia.address(film))
                .put("audio_url", InputMedia.address(order.input(InputRole.SPEECH).orElseThrow()))
                .put("sync_mode", WHOLE_FILM);
    }

    private static ObjectNode drawn(ProviderOrder order) {
        GenerationRequest request = order.request();
        ObjectNode input = JsonNodeFactory.instance.objectNode();
        input.put("prompt", request.words());
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
        if (request.isFilm()) {
            // Sound doubles what the provider asks for each second, and is on if nothing is said.
            input.put("duration", duration(order)).put("generate_audio", request.isHeard());
        } else {
            input.put("num_images", 1).put("output_format", "png");
        }
        addSettings(input, request.settings());
        addInputs(input, order);
        return input;
    }

    private static void addSettings(ObjectNode input, Settings settings) {
        if (settings.negativePrompt() != null) {
            input.put("negative_prompt", settings.negativePrompt());
        }
        if (settings.seed() != null) {
            input.put("seed", settings.seed());
        }
    }

    private static void addInputs(ObjectNode input, ProviderOrder order) {
        List<ProviderInput> references = order.references();
        if (!references.isEmpty()) {
            ArrayNode addresses = input.putArray("image_urls");
            references.forEach(each -> addresses.add(InputMedia.address(each)));
        }
        order.input(InputRole.FIRST_FRAME)
                .ifPresent(frame -> input.put("image_url", InputMedia.address(frame)));
    }

    private static String duration(ProviderOrder order) {
        String unit = order.route().endpoint().startsWith(VEO) ? "s" : "";
        return order.request().durationSeconds() + unit;
    }
}
