package dev.halftone.core.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Models by those of their ways that lose nothing.
 *
 * @param models a model that cannot be had in every size by the ways that are left is none of them
 * @param losses why the other ways are closed, one loss for each
 */
public record Earning(List<Model> models, List<Loss> losses) {

    public Earning {
        models = List.copyOf(models);
        losses = List.copyOf(losses);
    }

    /** Closes every way by which any size or length on offer would cost more than it brings in. */
    public static Earning of(List<Model> models, Economy economy) {
        List<Model> kept = new ArrayList<>();
        List<Loss> losses = new ArrayList<>();
        for (Model model : models) {
            List<Route> open = new ArrayList<>();
            for (Route route : model.routes()) {
                Optional<Loss> loss = economy.loss(model, route);
                loss.ifPresentOrElse(losses::add, () -> open.add(route));
            }
            if (!open.isEmpty() && model.isMadeBy(open)) {
                kept.add(model.by(open));
            }
        }
        return new Earning(kept, losses);
    }
}
