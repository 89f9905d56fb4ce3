package dev.halftone.core.generation;

import dev.halftone.core.generation.GenerationState.Accepted;
import dev.halftone.core.generation.GenerationState.Delivering;
import dev.halftone.core.generation.GenerationState.Failed;
import dev.halftone.core.generation.GenerationState.Running;
import dev.halftone.core.generation.GenerationState.Submitting;
import dev.halftone.core.generation.GenerationState.Succeeded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What has happened to a generation, in order, and no more than {@link #STEPS_MAX} of it: once that
 * many are known, what came after the first {@link #FIRST_KEPT} gives way, oldest first.
 *
 * @param leftOut how many gave way
 */
public record Course(List<Step> steps, int leftOut) {

    /** A life in which nothing goes wrong has eight. */
    public static final int STEPS_MAX = 24;

    /** How it began stays, and so do the last {@code STEPS_MAX - FIRST_KEPT}. */
    public static final int FIRST_KEPT = 8;

    /** Of nothing yet. */
    public static final Course NONE = new Course(List.of(), 0);

    public Course {
        steps = List.copyOf(steps);
        if (steps.size() > STEPS_MAX || leftOut < 0) {
            throw new IllegalArgumentException("Not the course of a generation");
        }
    }

    /** Of one that was just accepted. */
    static Course begun(Instant at) {
        return NONE.and(Step.of(Step.Kind.RESERVED, at));
    }

    /** Its price was promised before anything else. */
    Course quoted(Instant at) {
        List<Step> all = new ArrayList<>(steps);
        all.addFirst(Step.of(Step.Kind.QUOTED, at));
        return new Course(all, leftOut);
    }

    /** As far as it can be told of one that is older than steps. */
    public static Course recalled(Instant createdAt, GenerationState state) {
        Course begun = begun(createdAt);
        return switch (state) {
            case Succeeded succeeded when succeeded.free() -> begun.and(Step.by(state));
            case Succeeded _ -> begun.ended(Step.Kind.DELIVERED, state);
            case Failed _ -> begun.ended(Step.Kind.FAILED, state);
            case Accepted _, Submitting _, Running _, Delivering _ -> begun;
        };
    }

    private Course ended(Step.Kind kind, GenerationState state) {
        return and(Step.of(kind, Objects.requireNonNull(state.endedAt()))).and(Step.by(state));
    }

    Course and(List<Step> more) {
        Course longer = this;
        for (Step step : more) {
            longer = longer.and(step);
        }
        return longer;
    }

    private Course and(Step step) {
        List<Step> all = new ArrayList<>(steps);
        int out = leftOut;
        if (all.size() == STEPS_MAX) {
            all.remove(FIRST_KEPT);
            out++;
        }
        all.add(step);
        return new Course(all, out);
    }
}
