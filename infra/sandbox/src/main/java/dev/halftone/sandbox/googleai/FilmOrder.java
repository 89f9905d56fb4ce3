package dev.halftone.sandbox.googleai;

import dev.halftone.sandbox.painter.Brought;
import dev.halftone.sandbox.painter.Brought.Picture;
import dev.halftone.sandbox.work.Asked;
import dev.halftone.sandbox.work.Size;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What film a model is asked to make, read as strictly as Google does. */
final class FilmOrder {

    static final Set<String> MODELS = Set.of("veo-3.1-generate-001", "veo-3.1-fast-generate-001");

    private static final Set<String> PARAMETERS =
            Set.of(
                    "sampleCount",
                    "durationSeconds",
                    "aspectRatio",
                    "resolution",
                    "generateAudio",
                    "personGeneration",
                    "negativePrompt",
                    "seed",
                    "storageUri");
    private static final Set<Integer> LENGTHS = Set.of(4, 6, 8);
    private static final Set<String> RATIOS = Set.of("16:9", "9:16");
    private static final Set<String> RESOLUTIONS = Set.of("720p", "1080p");

    private FilmOrder() {}

    private static Brought brought(JsonNode body) {
        JsonNode image = body.at("/instances/0/image/bytesBase64Encoded");
        return new Brought(
                body.path("parameters").path("generateAudio").asBoolean(false),
                false,
                List.of(),
                image.isString()
                        ? new Picture(Base64.getDecoder().decode(image.asString()))
                        : null);
    }

    /** The order, or nothing if Google would call an argument of it invalid. */
    static Optional<Asked> read(JsonNode body) {
        JsonNode parameters = body.path("parameters");
        String prompt = body.at("/instances/0/prompt").asString("");
        int seconds = parameters.path("durationSeconds").asInt(8);
        String ratio = parameters.path("aspectRatio").asString("16:9");
        String resolution = parameters.path("resolution").asString("720p");
        boolean known =
                PARAMETERS.containsAll(parameters.propertyNames())
                        && parameters.path("generateAudio").isBoolean()
                        && parameters.path("sampleCount").asInt(1) == 1;
        if (!known
                || prompt.isBlank()
                || !LENGTHS.contains(seconds)
                || !RATIOS.contains(ratio)
                || !RESOLUTIONS.contains(resolution)) {
            return Optional.empty();
        }
        return Size.film(ratio, resolution)
                .map(
                        size ->
                                new Asked(
                                        prompt,
                                        size.width(),
                                        size.height(),
                                        seconds,
                                        parameters.path("seed").asLong(prompt.hashCode()),
                                        brought(body)));
    }
}
