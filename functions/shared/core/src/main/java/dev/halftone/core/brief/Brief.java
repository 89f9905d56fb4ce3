package dev.halftone.core.brief;

import dev.halftone.core.account.UserId;
import java.time.Instant;

/**
 * One wording of a character: who it is and how it looks. A wording never changes; a new one has
 * the next version.
 *
 * @param version of the wording, from 1
 * @param text what a provider is told whenever the character is ordered
 */
public record Brief(
        BriefId id, UserId owner, String name, String text, int version, Instant writtenAt) {

    /** So many characters has the longest name. */
    public static final int NAME_CHARACTERS_MAX = 80;

    /** So many characters has the longest description. */
    public static final int TEXT_CHARACTERS_MAX = 1_000;

    /** No brief has more wordings: whoever wants to go on begins another. */
    public static final int VERSIONS_MAX = 50;

    public Brief {
        if (name.isBlank() || name.length() > NAME_CHARACTERS_MAX) {
            throw new IllegalArgumentException("Not a name of a character");
        }
        if (text.isBlank() || text.length() > TEXT_CHARACTERS_MAX) {
            throw new IllegalArgumentException("Not a description");
        }
        if (version < 1 || version > VERSIONS_MAX) {
            throw new IllegalArgumentException("A brief has 1 to " + VERSIONS_MAX + " versions");
        }
    }
}
