package dev.halftone.sandbox.fal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pixels of an answer, as the real endpoints choose them. */
record ImageSize(int width, int height) {

    /**
     * What nano-banana-pro draws at 1K; 2K doubles both sides. Only 21:9 differs (really 1584
     * wide), so that every size is within one percent of its ratio.
     */
    static final Map<String, ImageSize> RATIOS = ratios();

    static final Map<String, Integer> RESOLUTIONS = Map.of("1K", 1, "2K", 2, "4K", 4);

    static final Map<String, ImageSize> PRESETS =
            Map.of(
                    "square_hd", new ImageSize(1024, 1024),
                    "square", new ImageSize(512, 512),
                    "portrait_4_3", new ImageSize(768, 1024),
                    "portrait_16_9", new ImageSize(576, 1024),
                    "landscape_4_3", new ImageSize(1024, 768),
                    "landscape_16_9", new ImageSize(1024, 576));

    static @Nullable ImageSize of(String aspectRatio, String resolution) {
        ImageSize base = RATIOS.get(aspectRatio);
        Integer factor = RESOLUTIONS.get(resolution);
        return base == null || factor == null
                ? null
                : new ImageSize(base.width * factor, base.height * factor);
    }

    private static Map<String, ImageSize> ratios() {
        Map<String, ImageSize> ratios = new LinkedHashMap<>();
        ratios.put("1:1", new ImageSize(1024, 1024));
        ratios.put("2:3", new ImageSize(848, 1264));
        ratios.put("3:2", new ImageSize(1264, 848));
        ratios.put("3:4", new ImageSize(896, 1200));
        ratios.put("4:3", new ImageSize(1200, 896));
        ratios.put("4:5", new ImageSize(928, 1152));
        ratios.put("5:4", new ImageSize(1152, 928));
        ratios.put("9:16", new ImageSize(768, 1376));
        ratios.put("16:9", new ImageSize(1376, 768));
        ratios.put("21:9", new ImageSize(1568, 672));
        return ratios;
    }
}
