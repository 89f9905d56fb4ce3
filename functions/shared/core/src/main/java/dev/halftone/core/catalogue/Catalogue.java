package dev.halftone.core.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The models on offer at one version of the price list.
 *
 * @param priceVersion recorded on every debit, so that a charge can always be explained
 * @param aliases names of models that are gone, for those that took their places
 * @param providers every one that a model names, by its name
 * @param economy what work must bring in, and what it may cost
 * @param losses why ways to models are closed that an operator wrote into the profile
 */
public record Catalogue(
        String priceVersion,
        List<Model> models,
        List<Alias> aliases,
        Map<String, ProviderEntry> providers,
        Economy economy,
        List<Loss> losses) {

    public Catalogue {
        models = List.copyOf(models);
        aliases = List.copyOf(aliases);
        providers = Map.copyOf(providers);
        losses = List.copyOf(losses);
        Set<String> ids = new HashSet<>();
        for (Model model : models) {
            requireNew(ids, model.id());
            for (Route route : model.routes()) {
                requireDeclared(providers, model, route);
            }
        }
        Set<String> offered = new HashSet<>(ids);
        losses.forEach(loss -> offered.add(loss.model()));
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

    private static void requireDeclared(
            Map<String, ProviderEntry> providers, Model model, Route route) {
        ProviderEntry provider = providers.get(route.provider());
        if (provider == null) {
            throw new IllegalArgumentException(
                    model.id()
                            + " names the provider "
                            + route.provider()
                            + ", which is not there");
        }
        if ((provider.texts() == null) == (model.offer().kind() == MediaKind.TEXT)) {
            throw new IllegalArgumentException(
                    model.id()
                            + " names the provider "
                            + route.provider()
                            + ", which makes something else");
        }
    }

    /** The model of that name, or the one that took its place. */
    public Optional<Model> find(String name) {
        String id = alias(name).map(Alias::model).orElse(name);
        return models.stream().filter(model -> model.id().equals(id)).findFirst();
    }

    /** Whether a model of that name would be on offer, did it not cost more than it brings in. */
    public boolean isWithdrawn(String name) {
        String id = alias(name).map(Alias::model).orElse(name);
        return find(id).isEmpty() && losses.stream().anyMatch(loss -> loss.model().equals(id));
    }

    public Optional<Alias> alias(String name) {
        return aliases.stream().filter(alias -> alias.id().equals(name)).findFirst();
    }

    /** The way that a piece of work goes by that provider, if both are still on offer. */
    public Optional<Route> route(String model, String provider) {
        return find(model).flatMap(found -> found.route(provider));
    }

    /** What is said of the provider of a route. */
    public ProviderEntry provider(Route route) {
        return Objects.requireNonNull(providers.get(route.provider()));
    }
}
