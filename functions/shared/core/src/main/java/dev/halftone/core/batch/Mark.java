package dev.halftone.core.batch;

import java.util.Locale;

/** How a row stands. */
public enum Mark {
    WAITING('.'),
    /** Its generation was begun, or is about to be. */
    RUNNING('r'),
    MADE('m'),
    /** Its generation ended without a result, and cost nothing. */
    FAILED('f'),
    /** It could not be made from the start: the report says why. */
    BAD('b'),
    /** It was turned down when its turn came. */
    REFUSED('x'),
    /** The batch was cancelled before its turn came. */
    SKIPPED('s');

    private final char letter;

    Mark(char letter) {
        this.letter = letter;
    }

    char letter() {
        return letter;
    }

    static Mark of(char letter) {
        for (Mark mark : values()) {
            if (mark.letter == letter) {
                return mark;
            }
        }
        throw new IllegalArgumentException("No row is marked " + letter);
    }

    /** The word for it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
