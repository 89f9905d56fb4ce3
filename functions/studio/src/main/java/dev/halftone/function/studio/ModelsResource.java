package dev.halftone.function.studio;

import dev.halftone.core.catalogue.AspectRatio;
import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.catalogue.Model;
import dev.halftone.core.catalogue.Offer;
import dev.halftone.core.catalogue.Resolution;
import dev.halftone.core.ledger.Credits;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The price list. */
record ModelsResource(String priceVersion, List<ModelResource> models) {
    // Providers by the names that people know.
    private static final Map<String, String> PROVIDERS =
            Map.of("fal", "fal.ai", "gmi", "GMI Cloud");

    /**
     * One model on offer.
     *
     * @param durationsSeconds the lengths of its films; empty if it makes pictures
     */
    record ModelResource(
            String id,
            String name,
            String provider,
            String description,
            String kind,
            List<String> aspectRatios,
            List<ResolutionResource> resolutions,
            List<Long> durationsSeconds,
            int promptMaxCharacters,
            long typicalSeconds,
            String disclosure) {
        ModelResource {
            aspectRatios = List.copyOf(aspectRatios);
            resolutions = List.copyOf(resolutions);
            durationsSeconds = List.copyOf(durationsSeconds);
        }
    }

    /** A resolution and its price: for a picture, or for each second of a film. */
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
                model.offer().kind().name().toLowerCase(Locale.ROOT),
                model.aspectRatios().stream().map(AspectRatio::toString).toList(),
                resolutions(model.offer()),
                durations(model.offer()),
                model.limits().promptCharactersMax(),
                model.limits().typical().toSeconds(),
                model.disclosure());
    }

    private static List<ResolutionResource> resolutions(Offer offer) {
        Map<Resolution, Credits> prices =
                switch (offer) {
                    case Offer.Images images -> images.credits();
                    case Offer.Videos videos -> videos.creditsPerSecond();
                };
        return prices.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .map(
                        each ->
                                new ResolutionResource(
                                        each.getKey().label(), each.getValue().amount()))
                .toList();
    }

    private static List<Long> durations(Offer offer) {
        return switch (offer) {
            case Offer.Images _ -> List.of();
            case Offer.Videos videos ->
                    videos.durations().stream().map(Duration::toSeconds).toList();
        };
    }
}
