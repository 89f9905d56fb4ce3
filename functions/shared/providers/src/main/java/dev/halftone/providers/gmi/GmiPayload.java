package dev.halftone.providers.gmi;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.catalogue.AspectRatio;
import dev.halftone.core.catalogue.Dimensions;
import dev.halftone.core.catalogue.InputRole;
import dev.halftone.core.generation.GenerationRequest;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.core.generation.Settings;
import dev.halftone.providers.InputMedia;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A model's own input: each family of models at GMI Cloud has field names of its own, and an
 * unknown field is ignored without a word. (https://docs.gmicloud.ai/model-quickstarts)
 *
 * <p>A seed that nobody chose is drawn from our id, so that an order can be told from all others in
 * a list. Two orders of one prompt and one chosen seed cannot, and ask for the same result.
 */
final class GmiPayload {

    private static final String PROMPT = "prompt";
    private static final String SEED = "seed";
    // seedream-5.0-lite refuses less than 3,686,400 pixels: 2560 x 1440.
    private static final long SEEDREAM_PIXELS_MIN = 3_686_400;
    private static final int SEEDREAM_STEP = 16;
    private static final int SEEDREAM_UNIT_MAX = 4096;

    private GmiPayload() {}

    static ObjectNode of(ProviderOrder order) {
        GenerationRequest request = order.request();
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put(PROMPT, request.words());
        String slug = order.route().endpoint();
        if (slug.startsWith("seedream-5")) {
            seedream(payload, order);
        } else if (slug.startsWith("wan2.6-t2v")) {
            wan(payload, request);
        } else if (slug.startsWith("seedance-")) {
            seedance(payload, order);
        } else {
            throw new PermanentFailure(GmiProtocol.NAME, "nobody knows the fields of " + slug);
        }
        return payload.put("watermark", request.settings().watermark()).put(SEED, seed(order));
    }

    /** Whether a payload that GMI Cloud repeats is this order's. */
    static boolean isOf(ProviderOrder order, JsonNode payload) {
        return payload.path(SEED).asLong(-1) == seed(order)
                && payload.path(PROMPT).asString("").equals(order.request().words());
    }

    /** The one that was asked for; else one by which the order can be told from others. */
    private static int seed(ProviderOrder order) {
        Integer asked = order.request().settings().seed();
        return asked == null ? Settings.drawn(order.generation()) : asked;
    }

    private static void seedream(ObjectNode payload, ProviderOrder order) {
        GenerationRequest request = order.request();
        if (!order.references().isEmpty()) {
            ArrayNode pictures = payload.putArray("image");
            order.references().forEach(each -> pictures.add(InputMedia.address(each)));
        }
        Dimensions size = seedreamSize(request);
        payload.put("size", size.width() + "x" + size.height())
                .put("output_format", "png")
                .put("sequential_image_generation", "disabled")
                .put("max_images", 1);
    }

    /** The smallest size of the ratio that the model takes and that is no smaller than asked. */
    static Dimensions seedreamSize(GenerationRequest request) {
        AspectRatio ratio = request.aspectRatio();
        Dimensions asked = request.resolution().dimensions(ratio);
        for (int unit = SEEDREAM_STEP; unit <= SEEDREAM_UNIT_MAX; unit += SEEDREAM_STEP) {
            int width = ratio.width() * unit;
            int height = ratio.height() * unit;
            if ((long) width * height >= SEEDREAM_PIXELS_MIN
                    && Math.max(width, height) >= asked.longSide()) {
                return new Dimensions(width, height);
            }
        }
        throw new PermanentFailure(GmiProtocol.NAME, "no size of the ratio " + ratio);
    }

    private static void wan(ObjectNode payload, GenerationRequest request) {
        Dimensions size = request.resolution().dimensions(request.aspectRatio());
        payload.put("size", size.width() + "*" + size.height())
                .put("duration", request.durationSeconds())
                .put("prompt_extend", false)
                .put("audio", request.isHeard());
        if (request.settings().negativePrompt() != null) {
            payload.put("negative_prompt", request.settings().negativePrompt());
        }
    }

    private static void seedance(ObjectNode payload, ProviderOrder order) {
        GenerationRequest request = order.request();
        order.input(InputRole.FIRST_FRAME)
                .ifPresent(frame -> payload.put("first_frame", InputMedia.address(frame)));
        payload.put("resolution", request.resolution().label())
                .put("ratio", request.aspectRatio().toString())
                .put("duration", request.durationSeconds());
    }
}
