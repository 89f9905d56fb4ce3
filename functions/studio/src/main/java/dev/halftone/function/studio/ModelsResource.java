package dev.halftone.function.studio;

import dev.halftone.core.catalogue.AspectRatio;
import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.catalogue.Model;
import dev.halftone.core.catalogue.Resolution;
import dev.halftone.core.ledger.Credits;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The price list. */
record ModelsResource(String priceVersion, List<ModelResource> models) {
    // Providers by the names that people know.
    private static final Map<String, String> PROVIDERS = Map.of("fal", "fal.ai");
    private static final String IMAGE = "image";

    /** One model on offer. */
    record ModelResource(
            String id,
            String name,
            String provider,
            String description,
            String kind,
            List<String> aspectRatios,
            List<ResolutionResource> resolutions,
            int promptMaxCharacters,
            long typicalSeconds,
            String disclosure) {
        ModelResource {
            aspectRatios = List.copyOf(aspectRatios);
            resolutions = List.copyOf(resolutions);
        }
    }

    /** A resolution and its price. */
    record ResolutionResource(String id, long credits) {}

    ModelsResource {
        models = List.copyOf(models);
    }

    static ModelsResource of(Catalogue catalogue) {
        return new ModelsResource(
                catalogue.priceVersion(),
                catalogue.models().stream().map(ModelsResource::model).toList());
    }

    private static ModelResource model(Model model) {
        return new ModelResource(
                model.id(),
                model.name(),
                PROVIDERS.getOrDefault(model.provider(), model.provider()),
                model.description(),
                IMAGE,
                model.aspectRatios().stream().map(AspectRatio::toString).toList(),
                resolutions(model.prices()),
                model.limits().promptCharactersMax(),
                model.limits().typical().toSeconds(),
                model.disclosure());
    }

    private static List<ResolutionResource> resolutions(Map<Resolution, Credits> prices) {
        return prices.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .map(
                        each ->
                                new ResolutionResource(
                                        each.getKey().label(), each.getValue().amount()))
                .toList();
    }
}
