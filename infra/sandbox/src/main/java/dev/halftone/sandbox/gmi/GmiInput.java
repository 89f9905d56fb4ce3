package dev.halftone.sandbox.gmi;

import dev.halftone.sandbox.work.Asked;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A model's payload, read as the real one reads it: what it does not know, it ignores. */
final class GmiInput {

    static final Set<String> MODELS =
            Set.of("seedream-5.0-lite", "wan2.6-t2v", "seedance-1-0-pro-250528");

    private static final Pattern SIZE = Pattern.compile("(\\d{3,4})[x*](\\d{3,4})");
    private static final Pattern RATIO = Pattern.compile("(\\d{1,2}):(\\d{1,2})");
    private static final Map<String, Integer> SHORT_SIDES =
            Map.of("480p", 480, "720p", 720, "1080p", 1080);
    private static final int SEEDREAM_PIXELS_MIN = 3_686_400;

    private GmiInput() {}

    /** What is asked, or nothing if the model would refuse it. */
    static Optional<Asked> read(String model, JsonNode payload) {
        String prompt = payload.path("prompt").asString("");
        boolean film = !model.startsWith("seedream");
        int seconds = film ? payload.path("duration").asInt(0) : 0;
        int[] size = model.startsWith("seedance") ? named(payload) : pixels(payload);
        if (prompt.isBlank()
                || size == null
                || (film ? seconds <= 0 : size[0] * size[1] < SEEDREAM_PIXELS_MIN)) {
            return Optional.empty();
        }
        long seed = payload.path("seed").asLong(0);
        return Optional.of(new Asked(prompt, size[0], size[1], film ? seconds : null, seed));
    }

    private static int @Nullable [] pixels(JsonNode payload) {
        Matcher size = SIZE.matcher(payload.path("size").asString(""));
        return size.matches()
                ? new int[] {Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2))}
                : null;
    }

    private static int @Nullable [] named(JsonNode payload) {
        Integer side = SHORT_SIDES.get(payload.path("resolution").asString(""));
        Matcher ratio = RATIO.matcher(payload.path("ratio").asString(""));
        if (side == null || !ratio.matches()) {
            return null;
        }
        int width = Integer.parseInt(ratio.group(1));
        int height = Integer.parseInt(ratio.group(2));
        int unit = Math.min(width, height);
        return new int[] {even(side * width / unit), even(side * height / unit)};
    }

    private static int even(int side) {
        return side / 2 * 2;
    }
}
