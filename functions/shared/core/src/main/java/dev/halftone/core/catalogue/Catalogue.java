package dev.halftone.core.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The models on offer at one version of the price list.
 *
 * @param priceVersion recorded on every debit, so that a charge can always be explained
 * @param aliases names of models that are gone, for those that took their places
 * @param providers what is declared of them; one that is not named takes orders and is polled
 */
public record Catalogue(
        String priceVersion,
        List<Model> models,
        List<Alias> aliases,
        Map<String, ProviderTerms> providers) {

    public Catalogue {
        models = List.copyOf(models);
        aliases = List.copyOf(aliases);
        providers = Map.copyOf(providers);
        Set<String> ids = new HashSet<>();
        for (Model model : models) {
            requireNew(ids, model.id());
        }
        Set<String> offered = Set.copyOf(ids);
        for (Alias alias : aliases) {
            requireNew(ids, alias.id());
            if (!offered.contains(alias.model())) {
                throw new IllegalArgumentException(
                        alias.id() + " stands for " + alias.model() + ", which is not on offer");
            }
        }
    }

    private static void requireNew(Set<String> ids, String id) {
        if (!ids.add(id)) {
            throw new IllegalArgumentException("Two models are called " + id);
        }
    }

    /** Of models that go by their own names, at providers that take orders. */
    public Catalogue(String priceVersion, List<Model> models) {
        this(priceVersion, models, List.of(), Map.of());
    }

    /** The model of that name, or the one that took its place. */
    public Optional<Model> find(String name) {
        String id = alias(name).map(Alias::model).orElse(name);
        return models.stream().filter(model -> model.id().equals(id)).findFirst();
    }

    public Optional<Alias> alias(String name) {
        return aliases.stream().filter(alias -> alias.id().equals(name)).findFirst();
    }

    public ProviderTerms terms(String provider) {
        return providers.getOrDefault(provider, ProviderTerms.USUAL);
    }

    /** Whether the model's provider answers an order with the result itself. */
    public boolean isDirect(Model model) {
        return terms(model.provider()).direct();
    }
}
