package dev.halftone.sandbox.gmi;

import dev.halftone.sandbox.work.Asked;
import dev.halftone.sandbox.work.Size;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A model's payload, read as the real one reads it: what it does not know, it ignores. */
final class GmiInput {

    static final Set<String> MODELS =
            Set.of("seedream-5.0-lite", "wan2.6-t2v", "seedance-1-0-pro-250528");

    private static final Pattern SIZE = Pattern.compile("(\\d{3,4})[x*](\\d{3,4})");
    private static final int SEEDREAM_PIXELS_MIN = 3_686_400;

    private GmiInput() {}

    /** What is asked, or nothing if the model would refuse it. */
    static Optional<Asked> read(String model, JsonNode payload) {
        String prompt = payload.path("prompt").asString("");
        boolean film = !model.startsWith("seedream");
        Integer seconds = film ? payload.path("duration").asInt(0) : null;
        if (prompt.isBlank() || (seconds != null && seconds <= 0)) {
            return Optional.empty();
        }
        return (model.startsWith("seedance") ? named(payload) : pixels(payload))
                .filter(size -> film || size.width() * size.height() >= SEEDREAM_PIXELS_MIN)
                .map(
                        size ->
                                new Asked(
                                        prompt,
                                        size.width(),
                                        size.height(),
                                        seconds,
                                        payload.path("seed").asLong(0)));
    }

    private static Optional<Size> pixels(JsonNode payload) {
        Matcher size = SIZE.matcher(payload.path("size").asString(""));
        return size.matches()
                ? Optional.of(
                        new Size(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2))))
                : Optional.empty();
    }

    private static Optional<Size> named(JsonNode payload) {
        return Size.film(
                payload.path("ratio").asString(""), payload.path("resolution").asString(""));
    }
}
