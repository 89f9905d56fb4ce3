package dev.halftone.sandbox.fal;

import dev.halftone.sandbox.painter.Brought;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Input of film models, read as theirs is: each spells durations in its own way. */
final class VideoInput {

    // Films are coded in blocks of this many pixels; these models render whole ones.
    private static final int BLOCK = 16;
    private static final String RESOLUTION_USUAL = "720p";
    private static final Map<String, Integer> LINES =
            Map.of("480p", 480, "720p", 720, "1080p", 1080);

    /**
     * What an endpoint offers.
     *
     * @param durations as it spells them
     */
    private record Family(
            Set<String> ratios, Set<String> resolutions, Set<String> durations, String usual) {}

    private static final String FROM_IMAGE = "/image-to-video";
    private static final Family VEO =
            new Family(
                    Set.of("16:9", "9:16"),
                    Set.of("720p", "1080p"),
                    Set.of("4s", "6s", "8s"),
                    "8s");

    private static final Map<String, Family> ENDPOINTS =
            Map.of(
                    "fal-ai/veo3.1",
                    VEO,
                    "fal-ai/veo3.1" + FROM_IMAGE,
                    VEO,
                    "fal-ai/bytedance/seedance/v1.5/pro/text-to-video",
                    new Family(
                            Set.of("16:9", "4:3", "1:1", "3:4", "9:16"),
                            LINES.keySet(),
                            IntStream.rangeClosed(4, 12)
                                    .mapToObj(Integer::toString)
                                    .collect(Collectors.toSet()),
                            "5"));

    private VideoInput() {}

    static boolean isFor(String endpoint) {
        return ENDPOINTS.containsKey(endpoint);
    }

    static InputReader.ReadOutcome read(String endpoint, JsonNode body) {
        Family family = family(ENDPOINTS.get(endpoint));
        InputReader reader = new InputReader(body);
        String prompt = reader.prompt();
        String ratio = reader.choice("aspect_ratio", "16:9", family.ratios());
        String resolution = reader.choice("resolution", RESOLUTION_USUAL, family.resolutions());
        String duration = reader.choice("duration", family.usual(), family.durations());
        int seconds = Integer.parseInt(duration.replace("s", ""));
        return reader.outcome(
                new FalRequest.Input(
                        prompt,
                        size(ratio, resolution),
                        1,
                        reader.seed(),
                        seconds,
                        brought(endpoint, reader)));
    }

    /** They are heard unless somebody says that they are not to be. */
    private static Brought brought(String endpoint, InputReader reader) {
        List<Brought.Picture> frame =
                endpoint.endsWith(FROM_IMAGE) ? reader.files("image_url") : List.of();
        return new Brought(
                reader.flag("generate_audio", true),
                false,
                List.of(),
                frame.isEmpty() ? null : frame.getFirst());
    }

    private static Family family(@Nullable Family known) {
        if (known == null) {
            throw new IllegalArgumentException("Unknown endpoint");
        }
        return known;
    }

    private static ImageSize size(String ratio, String resolution) {
        List<Integer> sides = List.of(ratio.split(":", 2)).stream().map(Integer::valueOf).toList();
        double lines = LINES.getOrDefault(resolution, 0);
        double unit = lines / Math.min(sides.getFirst(), sides.getLast());
        return new ImageSize(blocks(unit * sides.getFirst()), blocks(unit * sides.getLast()));
    }

    private static int blocks(double side) {
        return (int) Math.round(side / BLOCK) * BLOCK;
    }
}
