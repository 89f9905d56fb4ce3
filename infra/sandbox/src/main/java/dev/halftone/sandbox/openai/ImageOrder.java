package dev.halftone.sandbox.openai;

import dev.halftone.sandbox.painter.Brought;
import dev.halftone.sandbox.work.Asked;
import dev.halftone.sandbox.work.Inline;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An order as the GPT image models read it, or what is wrong with it.
 *
 * @param fault the parameter that is refused; {@code null} if none is
 */
record ImageOrder(Asked asked, @Nullable String fault) {

    static final Set<String> MODELS =
            Set.of(
                    "gpt-image-2",
                    "gpt-image-2.5-flare",
                    "gpt-image-2.5-sunburst",
                    "gpt-image-2.6-flare",
                    "gpt-image-2.6-sunburst");

    private static final Set<String> KNOWN =
            Set.of(
                    "model",
                    "prompt",
                    "images",
                    "n",
                    "size",
                    "quality",
                    "output_format",
                    "output_compression",
                    "background",
                    "moderation",
                    "safety_identifier");
    private static final Set<String> QUALITIES =
            Set.of("auto", "low", "medium", "high", "xhigh", "max");
    private static final Pattern SIZE = Pattern.compile("(\\d{3,4})x(\\d{3,4})");
    private static final int TILE = 16;
    private static final int LONG_SIDE_MAX = 3840;
    private static final int PROMPT_MAX = 32_000;

    /** An order, with the files that it names. */
    static ImageOrder read(JsonNode body) {
        ImageOrder order = words(body);
        List<String> addresses = new ArrayList<>();
        body.path("images").forEach(each -> addresses.add(each.path("image_url").asString("")));
        return Inline.all(addresses)
                .map(Brought::pictures)
                .map(brought -> new ImageOrder(order.asked().with(brought), order.fault()))
                .orElseGet(() -> new ImageOrder(order.asked(), "images"));
    }

    private static ImageOrder words(JsonNode body) {
        String prompt = body.path("prompt").asString("");
        Matcher size = SIZE.matcher(body.path("size").asString("1024x1024"));
        int width = size.matches() ? Integer.parseInt(size.group(1)) : 0;
        int height = size.matches() ? Integer.parseInt(size.group(2)) : 0;
        long seed = prompt.hashCode();
        return new ImageOrder(
                new Asked(prompt, Math.max(1, width), Math.max(1, height), null, seed),
                fault(body, prompt, width, height));
    }

    private static @Nullable String fault(JsonNode body, String prompt, int width, int height) {
        for (String name : body.propertyNames()) {
            if (!KNOWN.contains(name)) {
                return name;
            }
        }
        if (prompt.isEmpty() || prompt.length() > PROMPT_MAX) {
            return "prompt";
        }
        if (!isPossible(width, height)) {
            return "size";
        }
        if (!QUALITIES.contains(body.path("quality").asString("auto"))) {
            return "quality";
        }
        // Others exist, but nothing here draws them.
        return body.path("output_format").asString("png").equals("png") ? null : "output_format";
    }

    private static boolean isPossible(int width, int height) {
        int longer = Math.max(width, height);
        int shorter = Math.min(width, height);
        return shorter > 0
                && width % TILE == 0
                && height % TILE == 0
                && longer <= LONG_SIDE_MAX
                && longer <= 3 * shorter;
    }
}
