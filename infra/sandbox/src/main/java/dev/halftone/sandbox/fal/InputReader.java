package dev.halftone.sandbox.fal;

import dev.halftone.sandbox.painter.Brought.Picture;
import dev.halftone.sandbox.work.Inline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Reads every field and collects every problem, so that one answer names them all. */
final class InputReader {

    private static final int PROMPT_CHARACTERS_MAX = 50_000;
    private static final int SIDE_MIN = 64;
    private static final int SIDE_MAX = 2048;
    private static final Footage NO_FILM = new Footage(16, 16, 1);
    private static final ImageSize SQUARE = new ImageSize(1024, 1024);

    /** Whether the input can be worked with. */
    sealed interface ReadOutcome {

        record Accepted(FalRequest.Input input) implements ReadOutcome {}

        record Invalid(List<Map<String, Object>> problems) implements ReadOutcome {}
    }

    private final JsonNode body;
    private final List<Map<String, Object>> problems = new ArrayList<>();

    InputReader(JsonNode body) {
        this.body = body;
    }

    String prompt() {
        JsonNode node = body.path("prompt");
        String prompt = node.isString() ? node.stringValue() : "";
        if (node.isMissingNode()) {
            problem("missing", "Field required", Map.of(), "prompt");
        } else if (!node.isString()) {
            problem("string_type", "Input should be a valid string", Map.of(), "prompt");
        } else if (prompt.isBlank()) {
            problem(
                    "string_too_short",
                    "String should have at least 1 character",
                    Map.of("min_length", 1),
                    "prompt");
        } else if (prompt.length() > PROMPT_CHARACTERS_MAX) {
            problem(
                    "string_too_long",
                    "String should have at most " + PROMPT_CHARACTERS_MAX + " characters",
                    Map.of("max_length", PROMPT_CHARACTERS_MAX),
                    "prompt");
        }
        return prompt;
    }

    ImageSize aspectRatio(String resolution) {
        String ratio = choice("aspect_ratio", "1:1", ImageSize.RATIOS.keySet());
        ImageSize size = ImageSize.of(ratio, resolution);
        return size == null ? SQUARE : size;
    }

    ImageSize imageSize() {
        if (body.path("image_size").isObject()) {
            return new ImageSize(side("width"), side("height"));
        }
        String preset = choice("image_size", "landscape_4_3", ImageSize.PRESETS.keySet());
        return ImageSize.PRESETS.getOrDefault(preset, SQUARE);
    }

    private int side(String name) {
        return within(
                body.path("image_size").path(name), 512, SIDE_MIN, SIDE_MAX, "image_size", name);
    }

    int integer(String name, int otherwise, int low, int high) {
        return within(body.path(name), otherwise, low, high, name);
    }

    boolean flag(String name, boolean otherwise) {
        return body.path(name).asBoolean(otherwise);
    }

    /** The files at an address, or at several; there must be one at least. */
    List<Picture> files(String name) {
        JsonNode node = body.path(name);
        List<String> addresses = node.isString() ? List.of(node.stringValue()) : Inline.texts(node);
        Optional<List<Picture>> files = Inline.all(addresses);
        if (addresses.isEmpty()) {
            problem("missing", "Field required", Map.of(), name);
        } else if (files.isEmpty()) {
            problem("file_download_error", "Failed to download the file", Map.of(), name);
        }
        return files.orElse(List.of());
    }

    /** The film at an address. */
    Footage film(String name) {
        List<Picture> files = files(name);
        Optional<Footage> film =
                files.isEmpty() ? Optional.empty() : Footage.of(files.getFirst().file());
        if (!files.isEmpty() && film.isEmpty()) {
            problem("unsupported_video", "Input is not a video", Map.of(), name);
        }
        return film.orElse(NO_FILM);
    }

    /** The one that was asked for, or a random one. */
    long seed() {
        return body.path("seed").isIntegralNumber()
                ? body.path("seed").asLong()
                : UUID.randomUUID().hashCode() & 0x7FFFFFFF;
    }

    /** What is to be made, or every objection to it. */
    ReadOutcome outcome(FalRequest.Input input) {
        return problems.isEmpty()
                ? new ReadOutcome.Accepted(input)
                : new ReadOutcome.Invalid(List.copyOf(problems));
    }

    private int within(JsonNode node, int otherwise, int low, int high, String... place) {
        if (node.isMissingNode() || node.isNull()) {
            return otherwise;
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            problem("int_type", "Input should be a valid integer", Map.of(), place);
            return otherwise;
        }
        int value = node.intValue();
        if (value < low) {
            String text = "Input should be greater than or equal to " + low;
            problem("greater_than_equal", text, Map.of("ge", low), place);
        } else if (value > high) {
            String text = "Input should be less than or equal to " + high;
            problem("less_than_equal", text, Map.of("le", high), place);
        }
        return Math.clamp(value, low, high);
    }

    String choice(String name, String otherwise, Set<String> allowed) {
        JsonNode node = body.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return otherwise;
        }
        String value = node.isString() ? node.stringValue() : "";
        if (!allowed.contains(value)) {
            String expected = String.join(", ", new TreeSet<>(allowed));
            problem(
                    "literal_error",
                    "Input should be one of " + expected,
                    Map.of("expected", expected),
                    name);
            return otherwise;
        }
        return value;
    }

    private void problem(
            String type, String message, Map<String, Object> context, String... place) {
        List<String> location = new ArrayList<>(List.of("body"));
        location.addAll(List.of(place));
        Map<String, Object> problem = new TreeMap<>();
        problem.put("loc", location);
        problem.put("msg", message);
        problem.put("type", type);
        if (!context.isEmpty()) {
            problem.put("ctx", context);
        }
        problems.add(problem);
    }
}
