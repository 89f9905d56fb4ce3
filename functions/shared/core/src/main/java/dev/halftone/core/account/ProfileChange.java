package dev.halftone.core.account;

import org.jspecify.annotations.Nullable;

/**
 * What a person changes of their profile; what is null stays as it is.
 *
 * @param name not blank, at most {@link #NAME_CHARACTERS_MAX} UTF-16 units, without control
 *     characters
 */
public record ProfileChange(@Nullable String name, @Nullable Language language) {

    public static final int NAME_CHARACTERS_MAX = 200;

    public ProfileChange {
        if (name != null && !isName(name)) {
            throw new IllegalArgumentException("Not a name");
        }
    }

    public static boolean isName(String text) {
        return !text.isBlank()
                && text.length() <= NAME_CHARACTERS_MAX
                && text.chars().noneMatch(Character::isISOControl);
    }
}
