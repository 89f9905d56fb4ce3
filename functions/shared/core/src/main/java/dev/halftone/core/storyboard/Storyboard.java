package dev.halftone.core.storyboard;

import dev.halftone.core.account.UserId;
import dev.halftone.core.catalogue.ShotPlan;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.GenerationWish;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A story in shots.
 *
 * @param brief the person's own words, of which the shots are planned
 * @param plan how many shots were asked for, and of what
 * @param planning the generation that plans them
 * @param form how every shot is to be made; the seconds hold for a shot that says none
 * @param edition {@code null} until the plan is there
 */
public record Storyboard(
        StoryboardId id,
        UserId owner,
        String brief,
        ShotPlan plan,
        GenerationId planning,
        GenerationWish form,
        @Nullable Edition edition,
        Instant createdAt) {

    /** So many characters has the longest brief. */
    public static final int BRIEF_CHARACTERS_MAX = 2_000;

    /** Which version it is; 0 until its plan is there. */
    public int version() {
        return edition == null ? 0 : edition.version();
    }

    /** The same with that edition. */
    public Storyboard with(Edition next) {
        return new Storyboard(id, owner, brief, plan, planning, form, next, createdAt);
    }

    /** Whether both were asked for in the same words. */
    boolean isSame(Storyboard other) {
        return brief.equals(other.brief)
                && plan.equals(other.plan)
                && planning.equals(other.planning)
                && form.equals(other.form);
    }

    /** How that shot is to be made. */
    public GenerationWish formOf(Shot shot) {
        return shot.seconds() == null
                ? form
                : new GenerationWish(
                        form.model(), form.aspectRatio(), form.resolution(), shot.seconds());
    }
}
