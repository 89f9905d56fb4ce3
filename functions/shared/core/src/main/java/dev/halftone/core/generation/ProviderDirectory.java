package dev.halftone.core.generation;

import dev.halftone.core.DependencyFailure;
import dev.halftone.core.PermanentFailure;
import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.catalogue.Model;
import dev.halftone.core.catalogue.Route;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the provider that has a generation, and the way to its model. */
public final class ProviderDirectory {

    private final Catalogue catalogue;
    private final Map<String, Provider> providers;
    private final Map<String, DirectProvider> directProviders;

    /**
     * Of providers by the names that the catalogue gives them.
     *
     * @throws IllegalStateException naming every model whose provider is not there, answers
     *     otherwise than the catalogue says, or does not have the endpoint: each order would be
     *     charged for, and none made
     */
    public ProviderDirectory(
            Catalogue catalogue,
            Map<String, Provider> providers,
            Map<String, DirectProvider> directProviders) {
        this.catalogue = catalogue;
        this.providers = Map.copyOf(providers);
        this.directProviders = Map.copyOf(directProviders);
        List<String> faults = catalogue.models().stream().flatMap(this::faults).toList();
        if (!faults.isEmpty()) {
            throw new IllegalStateException("Catalogue: " + String.join("; ", faults));
        }
    }

    private Stream<String> faults(Model model) {
        return model.routes().stream().flatMap(route -> fault(model, route).stream());
    }

    private Optional<String> fault(Model model, Route route) {
        String name = route.provider();
        boolean direct = catalogue.provider(route).direct();
        Map<String, ?> expected = direct ? directProviders : providers;
        Map<String, ?> others = direct ? providers : directProviders;
        String offered = "the model " + model.id() + " names the provider " + name;
        if (expected.containsKey(name)) {
            return unknownEndpoint(offered, route);
        }
        return Optional.of(
                others.containsKey(name)
                        ? offered + ", which answers " + (direct ? "later" : "at once")
                        : offered + ", which this build lacks");
    }

    private Optional<String> unknownEndpoint(String offered, Route route) {
        Endpoints known = endpoints(route.provider());
        return known.offers(route.endpoint())
                ? Optional.empty()
                : Optional.of(
                        "%s with the endpoint %s, where this build knows %s"
                                .formatted(offered, route.endpoint(), known));
    }

    private Endpoints endpoints(String provider) {
        Provider later = providers.get(provider);
        return later == null
                ? Objects.requireNonNull(directProviders.get(provider)).endpoints()
                : later.endpoints();
    }

    /** A provider that takes an order, and how it is ordered from. */
    record Taker(Provider provider, Route route) {

        ProviderOrder order(Generation generation, BringInputs.Brought brought) {
            return new ProviderOrder(generation, route, brought.inputs());
        }

        /** What a callback has named. */
        ProviderRequest request(String id) {
            return provider.submission().requestOf(route, id);
        }
    }

    /** A provider that answers with the result itself, and how it is ordered from. */
    record Direct(DirectProvider provider, Route route) {

        ProviderOrder order(Generation generation, BringInputs.Brought brought) {
            return new ProviderOrder(generation, route, brought.inputs());
        }
    }

    /** Who makes the generation in one call; empty if its provider takes orders, or has left. */
    Optional<Direct> direct(Generation generation) {
        return route(generation)
                .flatMap(
                        route ->
                                Optional.ofNullable(directProviders.get(route.provider()))
                                        .map(provider -> new Direct(provider, route)));
    }

    /** Who has the generation, or is to get it; empty if it answers at once, or has left. */
    Optional<Taker> taker(Generation generation) {
        return route(generation)
                .flatMap(
                        route ->
                                Optional.ofNullable(providers.get(route.provider()))
                                        .map(provider -> new Taker(provider, route)));
    }

    /**
     * The same where there must be one.
     *
     * @throws PermanentFailure if the model or its provider has left the catalogue
     */
    Taker required(Generation generation) {
        return taker(generation)
                .orElseThrow(
                        () ->
                                new PermanentFailure(
                                        "catalogue",
                                        "no "
                                                + generation.request().model()
                                                + " by "
                                                + generation.assignment().provider()));
    }

    private Optional<Route> route(Generation generation) {
        return catalogue.route(generation.request().model(), generation.assignment().provider());
    }

    /** When to ask how a generation stands, even if its model is offered no more. */
    PollSchedule schedule(Generation generation) {
        try {
            return taker(generation)
                    .filter(taker -> taker.provider().terms().callsBack().getAsBoolean())
                    .flatMap(_ -> catalogue.find(generation.request().model()))
                    .<PollSchedule>map(
                            model -> new PollSchedule.CalledBack(model.limits().typical()))
                    .orElseGet(PollSchedule.Asking::new);
        } catch (DependencyFailure _) {
            // Nobody can say now whether it calls back; asking finds the end in any case.
            return new PollSchedule.Asking();
        }
    }

    /** How long a provider keeps what it has, by its name; nobody knows of one that has left. */
    Retention retention(String provider) {
        Provider known = providers.get(provider);
        return known == null ? Retention.UNDECLARED : known.terms().retention();
    }
}
