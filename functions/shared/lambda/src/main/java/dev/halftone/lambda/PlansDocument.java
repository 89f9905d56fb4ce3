package dev.halftone.lambda;

import dev.halftone.core.catalogue.Model;
import dev.halftone.core.catalogue.Plan;
import dev.halftone.core.catalogue.Plans;
import dev.halftone.core.catalogue.Quota;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The plans of a profile: how much people may have made, whatever it costs. */
final class PlansDocument {
    private static final Set<String> KEYS = Set.of("usual", "of");
    private static final Set<String> PLAN_KEYS = Set.of("day", "month", "models");
    private static final Set<String> QUOTA_KEYS = Set.of("day", "month");

    private final Fields fields;
    private final Set<String> models;

    PlansDocument(Fields profile, List<Model> models) {
        this.fields = profile.in("plans").known(KEYS);
        this.models = models.stream().map(Model::id).collect(Collectors.toSet());
    }

    /** The plans, or {@code null} if something was noted. */
    @Nullable Plans plans() {
        String usual = fields.text("usual");
        Fields declared = fields.in("of");
        Map<String, Plan> plans = new HashMap<>();
        for (String name : fields.keys("of")) {
            Plan plan = plan(name, declared.in(name).known(PLAN_KEYS));
            if (plan != null) {
                plans.put(name, plan);
            }
        }
        return fields.valid("usual", () -> new Plans(plans, usual));
    }

    private @Nullable Plan plan(String name, Fields plan) {
        Quota all = quota(plan);
        Map<String, Quota> own = new HashMap<>();
        for (String model : plan.keys("models")) {
            if (!models.contains(model)) {
                plan.fault("models", "has " + model + ", which is no model");
            }
            Quota quota = quota(plan.in("models").in(model).known(QUOTA_KEYS));
            if (quota != null) {
                own.put(model, quota);
            }
        }
        return all == null ? null : new Plan(name, all, own);
    }

    /** What is left out has no end. */
    private static @Nullable Quota quota(Fields quota) {
        long month = quota.has("month") ? quota.number("month") : Quota.NO_END;
        long day = quota.has("day") ? quota.number("day") : month;
        return quota.valid("day", () -> new Quota(day, month));
    }
}
