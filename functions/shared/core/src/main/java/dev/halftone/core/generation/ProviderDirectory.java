package dev.halftone.core.generation;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.catalogue.Model;
import java.util.Map;

/** Finds the model of a generation and the provider that runs it. */
public final class ProviderDirectory {

    private final Catalogue catalogue;
    private final Map<String, Provider> providers;

    public ProviderDirectory(Catalogue catalogue, Map<String, Provider> providers) {
        this.catalogue = catalogue;
        this.providers = Map.copyOf(providers);
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

    Provider provider(Model model) {
        Provider provider = providers.get(model.provider());
        if (provider == null) {
            throw new PermanentFailure("catalogue", "no provider " + model.provider());
        }
        return provider;
    }
}
