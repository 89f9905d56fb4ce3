package dev.halftone.function.studio;

import dev.halftone.core.catalogue.Plan;
import dev.halftone.core.generation.Limit;
import dev.halftone.core.generation.Made;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much somebody may have made, and has. */
record PlanResource(String name, List<LimitResource> limits) {

    PlanResource {
        limits = List.copyOf(limits);
    }

    /**
     * One bound.
     *
     * @param model {@code null} for all together
     * @param period {@code day} or {@code month}, of UTC
     */
    record LimitResource(
            @Nullable String model, String period, long used, long limit, Instant resetsAt) {

        private static LimitResource of(Limit limit) {
            return new LimitResource(
                    limit.model(),
                    limit.period().code(),
                    limit.used(),
                    limit.max(),
                    limit.resetsAt());
        }
    }

    static PlanResource of(Plan plan, Made made, Instant now) {
        return new PlanResource(
                plan.name(), made.limits(plan, now).stream().map(LimitResource::of).toList());
    }
}
