package dev.halftone.sandbox.fal;

import dev.halftone.sandbox.painter.Brought;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Input of picture models, read as theirs is: unknown fields pass, wrong ones do not. */
final class ImageInput {

    private static final int IMAGES_MAX = 4;

    /** How an endpoint is told the size of its picture. */
    private enum Sizing {
        ASPECT_RATIO,
        ASPECT_RATIO_AND_RESOLUTION,
        IMAGE_SIZE
    }

    private static final Map<String, Sizing> ENDPOINTS =
            Map.of(
                    "fal-ai/nano-banana", Sizing.ASPECT_RATIO,
                    "fal-ai/nano-banana-pro", Sizing.ASPECT_RATIO_AND_RESOLUTION,
                    "fal-ai/nano-banana-pro/edit", Sizing.ASPECT_RATIO_AND_RESOLUTION,
                    "fal-ai/nano-banana-2", Sizing.ASPECT_RATIO_AND_RESOLUTION,
                    "fal-ai/flux/dev", Sizing.IMAGE_SIZE,
                    "fal-ai/flux/schnell", Sizing.IMAGE_SIZE,
                    "fal-ai/flux-2-pro", Sizing.IMAGE_SIZE);

    private ImageInput() {}

    static boolean isFor(String endpoint) {
        return ENDPOINTS.containsKey(endpoint);
    }

    static InputReader.ReadOutcome read(String endpoint, JsonNode body) {
        InputReader reader = new InputReader(body);
        String prompt = reader.prompt();
        ImageSize size =
                switch (sizing(ENDPOINTS.get(endpoint))) {
                    case ASPECT_RATIO -> reader.aspectRatio("1K");
                    case ASPECT_RATIO_AND_RESOLUTION ->
                            reader.aspectRatio(
                                    reader.choice(
                                            "resolution", "1K", ImageSize.RESOLUTIONS.keySet()));
                    case IMAGE_SIZE -> reader.imageSize();
                };
        int count = reader.integer("num_images", 1, 1, IMAGES_MAX);
        // Checked and otherwise ignored: the painter writes PNG, and the result says so.
        reader.choice("output_format", "png", Set.of("png", "jpeg", "webp"));
        Brought brought =
                endpoint.endsWith("/edit")
                        ? Brought.pictures(reader.files("image_urls"))
                        : Brought.NOTHING;
        return reader.outcome(
                new FalRequest.Input(prompt, size, count, reader.seed(), null, brought));
    }

    private static Sizing sizing(@Nullable Sizing known) {
        if (known == null) {
            throw new IllegalArgumentException("Unknown endpoint");
        }
        return known;
    }
}
