package dev.halftone.sandbox.googleai;

import dev.halftone.sandbox.painter.Brought;
import dev.halftone.sandbox.painter.Brought.Picture;
import dev.halftone.sandbox.work.Asked;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What a model is asked to make, read as strictly as Google does. */
final class ContentOrder {

    static final Set<String> MODELS =
            Set.of("gemini-nano-banana-2.1", "gemini-3-pro-image", "gemini-3.1-flash-lite-image");

    private static final Set<String> MEMBERS =
            Set.of("contents", "generationConfig", "safetySettings");
    private static final Set<String> IMAGE_MEMBERS = Set.of("aspectRatio", "imageSize");
    private static final String VERTEX_ONLY = "imageOutputOptions";
    private static final Map<String, Integer> SIZES = Map.of("1K", 1, "2K", 2, "4K", 4);
    // What these models draw at 1K; each size doubles both sides.
    private static final Map<String, int[]> RATIOS =
            Map.ofEntries(
                    Map.entry("1:1", new int[] {1024, 1024}),
                    Map.entry("2:3", new int[] {848, 1264}),
                    Map.entry("3:2", new int[] {1264, 848}),
                    Map.entry("3:4", new int[] {896, 1200}),
                    Map.entry("4:3", new int[] {1200, 896}),
                    Map.entry("4:5", new int[] {928, 1152}),
                    Map.entry("5:4", new int[] {1152, 928}),
                    Map.entry("9:16", new int[] {768, 1376}),
                    Map.entry("16:9", new int[] {1376, 768}));

    private ContentOrder() {}

    private static List<Picture> pictures(JsonNode body) {
        List<Picture> pictures = new ArrayList<>();
        for (JsonNode part : body.at("/contents/0/parts")) {
            if (part.has("inlineData")) {
                String data = part.path("inlineData").path("data").asString("");
                pictures.add(new Picture(Base64.getDecoder().decode(data)));
            }
        }
        return pictures;
    }

    /** The order, or nothing if Google would call an argument of it invalid. */
    static Optional<Asked> read(JsonNode body, boolean vertex) {
        JsonNode image = body.path("generationConfig").path("imageConfig");
        boolean known =
                body.propertyNames().stream().allMatch(MEMBERS::contains)
                        && image.propertyNames().stream()
                                .allMatch(
                                        name ->
                                                IMAGE_MEMBERS.contains(name)
                                                        || (vertex && name.equals(VERTEX_ONLY)));
        String prompt = body.at("/contents/0/parts/0/text").asString("");
        int[] ratio = RATIOS.get(image.path("aspectRatio").asString("1:1"));
        Integer size = SIZES.get(image.path("imageSize").asString("1K"));
        if (!known || prompt.isBlank() || ratio == null || size == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Asked(prompt, ratio[0] * size, ratio[1] * size, null, prompt.hashCode())
                        .with(Brought.pictures(pictures(body))));
    }
}
