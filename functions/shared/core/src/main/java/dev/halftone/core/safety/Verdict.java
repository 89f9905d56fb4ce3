package dev.halftone.core.safety;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * What a check of words came to. The words themselves are not in it.
 *
 * @param rule the rule that they broke, as the checker names it, or {@link #PASSED}
 * @param checker who judged: a provider and its model
 */
public record Verdict(String rule, String checker, Instant at) {

    /** The rule of words that broke none. */
    public static final String PASSED = "passed";

    // "sexual/minors", "omni-moderation-2024-09-26": never a sentence, which might quote.
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_./:-]{0,79}");

    public Verdict {
        if (!isName(rule) || !isName(checker)) {
            throw new IllegalArgumentException("Rules and checkers have short names");
        }
    }

    /** Whether it is short and of one word, as a rule or a checker is named. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    public boolean hasPassed() {
        return rule.equals(PASSED);
    }
}
