package dev.halftone.core.catalogue;

import java.util.Map;

/**
 * How much somebody may have made.
 *
 * @param all of whatever model
 * @param models of those models that have a quota of their own beside it
 */
public record Plan(String name, Quota all, Map<String, Quota> models) {

    /** Of whoever may have as much as there are credits for. */
    public static final Plan OPEN = new Plan("open", Quota.NONE, Map.of());

    public Plan {
        models = Map.copyOf(models);
    }

    /** The quota of a model; one that has none of its own has no end. */
    public Quota of(String model) {
        return models.getOrDefault(model, Quota.NONE);
    }
}
