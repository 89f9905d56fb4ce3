package dev.halftone.core.generation;

import dev.halftone.core.catalogue.Plan;
import dev.halftone.core.catalogue.Quota;
import dev.halftone.core.generation.Limit.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many pieces of work one person's requests have been accepted for, in a day and in its month.
 *
 * @param models of those models that had a quota of their own when they were counted
 */
public record Made(Count all, Map<String, Count> models) {

    public static final Made NOTHING = new Made(Count.NONE, Map.of());

    /** What was counted in a day and in its month, both of UTC. */
    public record Count(long day, long month) {

        static final Count NONE = new Count(0, 0);
    }

    public Made {
        models = Map.copyOf(models);
    }

    /** Every bound of the plan, those of all first. */
    public List<Limit> limits(Plan plan, Instant now) {
        List<Limit> limits = new ArrayList<>(limits(null, plan.all(), now));
        plan.models().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> limits.addAll(limits(entry.getKey(), entry.getValue(), now)));
        return List.copyOf(limits);
    }

    /** The bound that leaves no room for one more; of several, the one that ends last. */
    public Optional<Limit> reached(Plan plan, String model, Instant now) {
        return limits(plan, now).stream()
                .filter(limit -> limit.model() == null || model.equals(limit.model()))
                .filter(Limit::isReached)
                .max(Comparator.comparing(Limit::resetsAt));
    }

    private List<Limit> limits(@Nullable String model, Quota quota, Instant now) {
        Count count = model == null ? all : models.getOrDefault(model, Count.NONE);
        List<Limit> limits = new ArrayList<>();
        if (quota.day() < Quota.NO_END) {
            limits.add(new Limit(model, Period.DAY, count.day(), quota.day(), Period.DAY.end(now)));
        }
        if (quota.month() < Quota.NO_END) {
            limits.add(
                    new Limit(
                            model,
                            Period.MONTH,
                            count.month(),
                            quota.month(),
                            Period.MONTH.end(now)));
        }
        return limits;
    }
}
