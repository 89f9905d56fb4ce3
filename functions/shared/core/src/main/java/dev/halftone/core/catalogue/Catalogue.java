package dev.halftone.core.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The models on offer at one version of the price list.
 *
 * @param priceVersion recorded on every debit, so that a charge can always be explained
 */
public record Catalogue(String priceVersion, List<Model> models) {

    public Catalogue {
        models = List.copyOf(models);
        Set<String> ids = new HashSet<>();
        for (Model model : models) {
            if (!ids.add(model.id())) {
                throw new IllegalArgumentException("Two models are called " + model.id());
            }
        }
    }

    public Optional<Model> find(String id) {
        return models.stream().filter(model -> model.id().equals(id)).findFirst();
    }
}
