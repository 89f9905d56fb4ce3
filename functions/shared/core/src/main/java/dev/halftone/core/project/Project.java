package dev.halftone.core.project;

import dev.halftone.core.account.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's name for work that belongs together.
 *
 * @param direction how everything in it is to look, unless an order says otherwise; {@code null} if
 *     its owner leaves that open
 */
public record Project(
        ProjectId id, UserId owner, String name, @Nullable String direction, Instant createdAt) {

    /** So many characters has the longest name. */
    public static final int NAME_CHARACTERS_MAX = 80;

    /** So many characters has the longest direction. */
    public static final int DIRECTION_CHARACTERS_MAX = 500;

    public Project {
        if (name.isBlank() || name.length() > NAME_CHARACTERS_MAX) {
            throw new IllegalArgumentException("Not a name of a project");
        }
        if (direction != null
                && (direction.isBlank() || direction.length() > DIRECTION_CHARACTERS_MAX)) {
            throw new IllegalArgumentException("Not a direction");
        }
    }
}
