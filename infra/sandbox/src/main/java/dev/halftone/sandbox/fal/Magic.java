package dev.halftone.sandbox.fal;

import java.util.Locale;
import java.util.regex.Pattern;

/** Words in a prompt that make the provider misbehave on purpose. */
enum Magic {
    NONE(""),
    MODERATION("[moderation]"),
    SLOW("[slow]"),
    NEVER("[never]"),
    TOO_MANY("[429]"),
    UNAVAILABLE("[5xx]"),
    FAIL("[fail]"),
    TRUNCATED("[truncated]"),
    LOST("[lost]");

    private static final Pattern ANY =
            Pattern.compile(
                    "\\[(moderation|slow|never|429|5xx|fail|truncated|lost)]",
                    Pattern.CASE_INSENSITIVE);

    private final String mark;

    Magic(String mark) {
        this.mark = mark;
    }

    static Magic in(String prompt) {
        String lower = prompt.toLowerCase(Locale.ROOT);
        for (Magic magic : values()) {
            if (magic != NONE && lower.contains(magic.mark)) {
                return magic;
            }
        }
        return NONE;
    }

    /** What is left to paint, so that a slow boat looks like the boat. */
    static String without(String prompt) {
        return ANY.matcher(prompt).replaceAll("").strip();
    }
}
