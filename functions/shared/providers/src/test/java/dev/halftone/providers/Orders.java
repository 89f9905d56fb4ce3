package dev.halftone.providers;

import dev.halftone.core.catalogue.AspectRatio;
import dev.halftone.core.catalogue.Model;
import dev.halftone.core.catalogue.Resolution;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.GenerationRequest;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.testing.Samples;
import java.time.Duration;

/** Orders for the models of any provider, all of one generation. */
public final class Orders {

    public static final GenerationId GENERATION =
            new GenerationId("gen_5eed0001000000000000000000000001");
    public static final String PROMPT = "A lighthouse at dusk";

    private Orders() {}

    /** A picture of 1K. */
    public static ProviderOrder picture(String provider, String endpoint) {
        return picture(provider, endpoint, "16:9", Resolution.ONE_K);
    }

    public static ProviderOrder picture(
            String provider, String endpoint, String ratio, Resolution resolution) {
        GenerationRequest request =
                new GenerationRequest(
                        Samples.MODEL, PROMPT, AspectRatio.parse(ratio), resolution, null);
        return new ProviderOrder(GENERATION, request, model(Samples.model(), provider, endpoint));
    }

    /** Five seconds. */
    public static ProviderOrder film(
            String provider, String endpoint, String ratio, Resolution resolution) {
        GenerationRequest request =
                new GenerationRequest(
                        Samples.VIDEO_MODEL,
                        PROMPT,
                        AspectRatio.parse(ratio),
                        resolution,
                        Duration.ofSeconds(5));
        return new ProviderOrder(
                GENERATION, request, model(Samples.videoModel(), provider, endpoint));
    }

    private static Model model(Model like, String provider, String endpoint) {
        return new Model(
                like.id(),
                like.name(),
                provider,
                endpoint,
                like.description(),
                like.disclosure(),
                like.aspectRatios(),
                like.offer(),
                like.sizing(),
                like.limits());
    }
}
