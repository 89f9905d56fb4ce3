package dev.halftone.core.generation;

import dev.halftone.core.DependencyFailure;
import dev.halftone.core.PermanentFailure;
import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.catalogue.Model;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the model of a generation and the provider that runs it. */
public final class ProviderDirectory {

    private final Catalogue catalogue;
    private final Map<String, Provider> providers;
    private final Map<String, DirectProvider> directProviders;

    /**
     * Of providers by the names that the catalogue gives them.
     *
     * @throws IllegalStateException naming every model whose provider is not there, or answers
     *     otherwise than the catalogue says: nothing would be charged for these, but nothing made
     */
    public ProviderDirectory(
            Catalogue catalogue,
            Map<String, Provider> providers,
            Map<String, DirectProvider> directProviders) {
        this.catalogue = catalogue;
        this.providers = Map.copyOf(providers);
        this.directProviders = Map.copyOf(directProviders);
        List<String> faults =
                catalogue.models().stream().flatMap(model -> fault(model).stream()).toList();
        if (!faults.isEmpty()) {
            throw new IllegalStateException("Catalogue: " + String.join("; ", faults));
        }
    }

    private Optional<String> fault(Model model) {
        String name = model.provider();
        boolean direct = catalogue.isDirect(model);
        Map<String, ?> expected = direct ? directProviders : providers;
        Map<String, ?> others = direct ? providers : directProviders;
        if (expected.containsKey(name)) {
            return Optional.empty();
        }
        String offered = "the model " + model.id() + " names the provider " + name;
        return Optional.of(
                others.containsKey(name)
                        ? offered + ", which answers " + (direct ? "later" : "at once")
                        : offered + ", which this build lacks");
    }

    /** A provider that answers with the result itself, and how one of its models is ordered. */
    record Direct(DirectProvider provider, Model model) {

        DirectOrder order(Generation generation) {
            return new DirectOrder(
                    generation.id(), generation.owner(), generation.request(), model);
        }
    }

    /** Who makes the generation in one call; empty if its provider takes orders, or has left. */
    Optional<Direct> direct(Generation generation) {
        return catalogue
                .find(generation.request().model())
                .flatMap(
                        model ->
                                Stream.ofNullable(directProviders.get(model.provider()))
                                        .map(provider -> new Direct(provider, model))
                                        .findFirst());
    }

    /** Whether the model is still on offer. */
    boolean offers(Generation generation) {
        return catalogue.find(generation.request().model()).isPresent();
    }

    Model model(Generation generation) {
        String id = generation.request().model();
        return catalogue
                .find(id)
                .orElseThrow(() -> new PermanentFailure("catalogue", "no model " + id));
    }

    /** When to ask how a generation stands, even if its model is offered no more. */
    PollSchedule schedule(Generation generation) {
        try {
            return catalogue
                    .find(generation.request().model())
                    .filter(model -> provider(model).terms().callsBack().getAsBoolean())
                    .<PollSchedule>map(
                            model -> new PollSchedule.CalledBack(model.limits().typical()))
                    .orElseGet(PollSchedule.Asking::new);
        } catch (DependencyFailure _) {
            // Nobody can say now whether it calls back; asking finds the end in any case.
            return new PollSchedule.Asking();
        }
    }

    Provider provider(Model model) {
        Provider provider = providers.get(model.provider());
        if (provider == null) {
            throw new PermanentFailure("catalogue", "no provider " + model.provider());
        }
        return provider;
    }
}
