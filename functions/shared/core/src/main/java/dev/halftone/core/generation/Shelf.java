package dev.halftone.core.generation;

import dev.halftone.core.project.ProjectId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where its owner keeps a generation.
 *
 * @param project that it belongs to, which may have been deleted since; {@code null} for none
 * @param removedAt when its owner removed what was made and what was asked for; {@code null} while
 *     it is there
 */
public record Shelf(@Nullable ProjectId project, @Nullable Instant removedAt) {

    public static final Shelf NONE = new Shelf(null, null);

    public boolean isRemoved() {
        return removedAt != null;
    }

    Shelf removed(Instant at) {
        return new Shelf(project, at);
    }

    /** The same in another project, or in none. */
    public Shelf in(@Nullable ProjectId other) {
        return new Shelf(other, removedAt);
    }
}
