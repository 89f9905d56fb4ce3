package dev.halftone.packaged;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells drawn values that were drawn before the snapshot. No two environments can be restored from
 * one snapshot here, but two that were made alike show it: a value that stays within one and
 * differs in the other was drawn once, at its start.
 */
final class Captured {
    // Words are shorter, and what is drawn against guessing is longer.
    private static final Pattern DRAWN = Pattern.compile("[A-Za-z0-9_-]{16,}");

    private Captured() {}

    static Set<String> in(String answer, String repeated, String elsewhere) {
        Set<String> captured = drawn(answer);
        captured.retainAll(drawn(repeated));
        captured.removeAll(drawn(elsewhere));
        return captured;
    }

    /** Everything in an answer that could have been drawn. */
    static Set<String> drawn(String answer) {
        return DRAWN.matcher(answer)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
