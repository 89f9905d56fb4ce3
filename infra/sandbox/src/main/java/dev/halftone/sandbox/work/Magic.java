package dev.halftone.sandbox.work;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words in a prompt that make the provider misbehave on purpose; several may stand together. */
public enum Magic {
    MODERATION("moderation"),
    BLANKED("blanked"),
    SLOW("slow"),
    NEVER("never"),
    LATE("late"),
    KEY_REFUSED("401"),
    TOO_MANY("429"),
    UNAVAILABLE("5xx"),
    FAIL("fail"),
    TRUNCATED("truncated"),
    STALLED("stalled"),
    LOST("lost"),
    DEAF("deaf"),
    SILENT("silent"),
    THRICE("thrice"),
    MALFORMED("malformed"),
    MALFORMED_ONCE("malformed once");

    private static final Pattern ANY =
            Pattern.compile(
                    Arrays.stream(values())
                            .map(magic -> Pattern.quote(magic.mark()))
                            .collect(Collectors.joining("|")),
                    Pattern.CASE_INSENSITIVE);

    private final String word;

    Magic(String word) {
        this.word = word;
    }

    public static Set<Magic> in(String prompt) {
        String lower = prompt.toLowerCase(Locale.ROOT);
        Set<Magic> found = EnumSet.noneOf(Magic.class);
        for (Magic magic : values()) {
            if (lower.contains(magic.mark())) {
                found.add(magic);
            }
        }
        return found;
    }

    /** What is left to paint, so that a slow boat looks like the boat. */
    public static String without(String prompt) {
        return ANY.matcher(prompt).replaceAll("").strip();
    }

    private String mark() {
        return "[" + word + "]";
    }
}
