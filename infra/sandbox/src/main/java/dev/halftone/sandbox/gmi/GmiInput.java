package dev.halftone.sandbox.gmi;

import dev.halftone.sandbox.painter.Brought;
import dev.halftone.sandbox.work.Asked;
import dev.halftone.sandbox.work.Inline;
import dev.halftone.sandbox.work.Size;
import java.util.List;
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
                                        payload.path("seed").asLong(0)))
                .flatMap(asked -> brought(payload).map(asked::with));
    }

    /** Addresses that cannot be fetched are a parameter like any other that is wrong. */
    private static Optional<Brought> brought(JsonNode payload) {
        boolean audio = payload.path("audio").asBoolean(false);
        boolean watermark = payload.path("watermark").asBoolean(false);
        List<String> frame =
                payload.has("first_frame")
                        ? List.of(payload.path("first_frame").asString(""))
                        : List.of();
        return Inline.all(Inline.texts(payload.path("image")))
                .flatMap(
                        pictures ->
                                Inline.all(frame)
                                        .map(
                                                first ->
                                                        new Brought(
                                                                audio,
                                                                watermark,
                                                                pictures,
                                                                first.isEmpty()
                                                                        ? null
                                                                        : first.getFirst())));
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
