package dev.halftone.core.catalogue;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The plans there are, by name.
 *
 * @param usual the one of whoever has no other
 */
public record Plans(Map<String, Plan> plans, String usual) {

    /** Where nobody is limited. */
    public static final Plans OPEN = new Plans(Map.of(Plan.OPEN.name(), Plan.OPEN), "open");

    public Plans {
        plans = Map.copyOf(plans);
        if (!plans.containsKey(usual)) {
            throw new IllegalArgumentException("The usual plan is one of them");
        }
    }

    /** One of that name; one that is gone, or none, is the usual one. */
    public Plan of(@Nullable String name) {
        Plan usualPlan = plans.get(usual);
        Plan plan = name == null ? usualPlan : plans.getOrDefault(name, usualPlan);
        if (plan == null) {
            throw new IllegalStateException("The usual plan is one of them");
        }
        return plan;
    }
}
