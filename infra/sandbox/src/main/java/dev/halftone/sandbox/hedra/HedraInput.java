package dev.halftone.sandbox.hedra;

import dev.halftone.sandbox.work.Asked;
import dev.halftone.sandbox.work.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A model's input, read as the real one reads it: a field that it does not know is refused. */
final class HedraInput {

    private static final Map<String, Set<String>> FIELDS =
            Map.of(
                    "flux2-pro", Set.of("prompt", "aspect_ratio", "resolution", "images"),
                    "wan-2-7", Set.of("prompt", "aspect_ratio", "resolution", "duration_ms"),
                    "hedra-avatar",
                            Set.of(
                                    "prompt",
                                    "aspect_ratio",
                                    "resolution",
                                    "start_image",
                                    "audio",
                                    "duration_ms"));
    private static final Map<String, Integer> LONG_SIDES = Map.of("1K", 1024, "2K", 2048);
    private static final int AVATAR_MILLIS = 4_000;

    private HedraInput() {}

    static boolean isModel(String model) {
        return FIELDS.containsKey(model);
    }

    /** What is asked, or nothing if the model would refuse it. */
    static Optional<Asked> read(String model, JsonNode input, HedraFiles files) {
        Set<String> known = FIELDS.getOrDefault(model, Set.of());
        List<String> given = input.propertyNames().stream().toList();
        String prompt = input.path("prompt").asString("");
        String ratio = input.path("aspect_ratio").asString("");
        String resolution = input.path("resolution").asString("");
        if (!known.containsAll(given) || prompt.isBlank()) {
            return Optional.empty();
        }
        Optional<Size> size =
                model.equals("flux2-pro")
                        ? Optional.ofNullable(LONG_SIDES.get(resolution))
                                .flatMap(side -> Size.picture(ratio, side))
                        : Size.film(ratio, resolution);
        Integer seconds =
                switch (model) {
                    case "flux2-pro" -> null;
                    case "hedra-avatar" -> input.path("duration_ms").asInt(AVATAR_MILLIS) / 1000;
                    default -> input.path("duration_ms").asInt(0) / 1000;
                };
        boolean lasts = seconds == null || seconds > 0;
        boolean speaks = !known.contains("audio") || input.has("audio");
        return size.filter(_ -> lasts && speaks)
                .map(
                        each ->
                                new Asked(
                                        prompt,
                                        each.width(),
                                        each.height(),
                                        seconds,
                                        prompt.hashCode()))
                .flatMap(asked -> files.brought(input).map(asked::with));
    }
}
