package dev.halftone.function.studio;

import dev.halftone.core.catalogue.Alias;
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
record ModelsResource(
        String priceVersion, List<ModelResource> models, List<AliasResource> aliases) {
    // Providers by the names that people know.
    private static final Map<String, String> PROVIDERS =
            Map.of(
                    "dream-machine", "Luma Dream Machine",
                    "fal", "fal.ai",
                    "gemini", "Google",
                    "gmi", "GMI Cloud",
                    "hedra", "Hedra",
                    "luma", "Luma",
                    "openai", "OpenAI",
                    "vertex", "Google Cloud");

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

    /** The name of a model that is gone, the one that took its place, and why. */
    record AliasResource(String id, String model, String note) {}

    ModelsResource {
        models = List.copyOf(models);
        aliases = List.copyOf(aliases);
    }

    static ModelsResource of(Catalogue catalogue) {
        return new ModelsResource(
                catalogue.priceVersion(),
                catalogue.models().stream().map(ModelsResource::model).toList(),
                catalogue.aliases().stream().map(ModelsResource::alias).toList());
    }

    private static AliasResource alias(Alias alias) {
        return new AliasResource(alias.id(), alias.model(), alias.note());
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
