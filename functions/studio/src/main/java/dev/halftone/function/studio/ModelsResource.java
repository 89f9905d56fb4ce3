package dev.halftone.function.studio;

import dev.halftone.core.catalogue.Alias;
import dev.halftone.core.catalogue.AspectRatio;
import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.catalogue.Model;
import dev.halftone.core.catalogue.Offer;
import dev.halftone.core.catalogue.PromptRules;
import dev.halftone.core.catalogue.ProviderEntry;
import dev.halftone.core.catalogue.ProviderTerms;
import dev.halftone.core.catalogue.Resolution;
import dev.halftone.core.catalogue.Route;
import dev.halftone.core.generation.Guidance;
import dev.halftone.core.generation.Section;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.profile.Profile;
import dev.halftone.core.profile.Suggestions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The price list. */
record ModelsResource(
        String priceVersion,
        List<ModelResource> models,
        List<AliasResource> aliases,
        List<SectionResource> sections,
        @Nullable PromptCheckResource promptCheck) {
    /**
     * One model on offer.
     *
     * @param provider who makes it if all goes well; {@code providers} has the others too
     * @param durationsSeconds the lengths of its films; empty if it makes none
     * @param task what it writes; {@code null} if it makes something to look at
     * @param credits for one text, whose price depends on nothing else; {@code null} if it writes
     *     none
     * @param disclosure what is sent to whom, by all of them
     * @param marks what is in its results beside what was asked for; {@code null} if not known
     * @param takes what may be said beside a prompt and a form
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
            @Nullable String task,
            @Nullable Long credits,
            int promptMaxCharacters,
            long typicalSeconds,
            String disclosure,
            @Nullable String marks,
            TakesResource takes,
            List<ProviderResource> providers) {
        ModelResource {
            providers = List.copyOf(providers);
            aspectRatios = List.copyOf(aspectRatios);
            resolutions = List.copyOf(resolutions);
            durationsSeconds = List.copyOf(durationsSeconds);
        }
    }

    /**
     * One company that may make it.
     *
     * @param region where it works, and nowhere else; {@code null} if it does not say
     * @param training whether it may train on what it is sent: never, allowed or unknown
     * @param tier which of its plans we use: paid, contract or free
     */
    record ProviderResource(
            String name,
            String disclosure,
            @Nullable String region,
            String training,
            String tier,
            TermsResource terms) {}

    /**
     * Under which terms.
     *
     * @param verified the day on which somebody last read them
     * @param stale whether that is too long ago to rely on
     * @param obligation what they ask beside payment; {@code null} if nothing
     */
    record TermsResource(
            String url,
            String verified,
            boolean stale,
            @Nullable String obligation,
            RefusalsResource refusals) {

        private static TermsResource of(ProviderTerms terms, LocalDate today) {
            return new TermsResource(
                    terms.url().toString(),
                    terms.verified().toString(),
                    terms.isStale(today),
                    terms.obligation(),
                    new RefusalsResource(
                            label(terms.refusals().prompt()), label(terms.refusals().result()), 0));
        }
    }

    /**
     * Who pays for what a provider's rules refuse.
     *
     * @param prompt what the provider asks of us for a refused prompt: nothing, full or unknown
     * @param result the same for a refused result
     * @param credits what the person who asked pays, for either
     */
    record RefusalsResource(String prompt, String result, long credits) {}

    /**
     * Who judges words before anything is spent.
     *
     * @param refuses the categories of a judgement that refuse a request, the gravest first
     */
    record PromptCheckResource(String name, List<String> refuses, TermsResource terms) {
        PromptCheckResource {
            refuses = List.copyOf(refuses);
        }

        private static PromptCheckResource of(PromptRules rules, LocalDate today) {
            return new PromptCheckResource(
                    rules.checker().title(),
                    rules.refuses(),
                    TermsResource.of(rules.checker().terms(), today));
        }
    }

    /**
     * A resolution and its price: for a picture, or for each second of a film.
     *
     * @param creditsWithAudio for each second of a film that is heard; {@code null} if there is
     *     none
     */
    record ResolutionResource(String id, long credits, @Nullable Long creditsWithAudio) {}

    /** The name of a model that is gone, the one that took its place, and why. */
    record AliasResource(String id, String model, String note) {}

    /**
     * What can be decided by itself beside a prompt.
     *
     * @param maxCharacters of what is decided, whether it was suggested or not
     */
    record SectionResource(String id, List<String> suggestions, int maxCharacters) {
        SectionResource {
            suggestions = List.copyOf(suggestions);
        }
    }

    ModelsResource {
        sections = List.copyOf(sections);
        models = List.copyOf(models);
        aliases = List.copyOf(aliases);
    }

    /** As of one day: terms that nobody has read for long are shown as such. */
    static ModelsResource of(Profile profile, LocalDate today) {
        Catalogue catalogue = profile.catalogue();
        return new ModelsResource(
                catalogue.priceVersion(),
                catalogue.models().stream().map(model -> model(catalogue, model, today)).toList(),
                catalogue.aliases().stream()
                        .filter(alias -> catalogue.find(alias.id()).isPresent())
                        .map(ModelsResource::alias)
                        .toList(),
                Arrays.stream(Section.values())
                        .map(each -> section(each, profile.suggestions()))
                        .toList(),
                profile.promptRules() == null
                        ? null
                        : PromptCheckResource.of(profile.promptRules(), today));
    }

    private static SectionResource section(Section section, Suggestions suggestions) {
        return new SectionResource(
                section.label(), suggestions.of(section), Guidance.ATTRIBUTE_CHARACTERS_MAX);
    }

    private static AliasResource alias(Alias alias) {
        return new AliasResource(alias.id(), alias.model(), alias.note());
    }

    private static ModelResource model(Catalogue catalogue, Model model, LocalDate today) {
        List<ProviderResource> providers =
                model.routes().stream()
                        .map(route -> provider(catalogue.provider(route), route, today))
                        .toList();
        return new ModelResource(
                model.id(),
                model.name(),
                providers.getFirst().name(),
                model.description(),
                model.takes().speech() ? "speech" : label(model.offer().kind()),
                model.aspectRatios().stream().map(AspectRatio::toString).toList(),
                resolutions(model.offer()),
                model.takes().speech() ? List.of() : durations(model.offer()),
                model.offer() instanceof Offer.Texts texts ? texts.task().name() : null,
                model.offer() instanceof Offer.Texts texts ? texts.credits().amount() : null,
                model.limits().promptCharactersMax(),
                model.limits().typical().toSeconds(),
                String.join(" ", model.routes().stream().map(Route::disclosure).toList()),
                model.marks(),
                TakesResource.of(model),
                providers);
    }

    private static ProviderResource provider(ProviderEntry entry, Route route, LocalDate today) {
        ProviderTerms terms = entry.terms();
        return new ProviderResource(
                entry.title(),
                route.disclosure(),
                entry.region(),
                label(terms.training()),
                label(terms.tier()),
                TermsResource.of(terms, today));
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static List<ResolutionResource> resolutions(Offer offer) {
        Map<Resolution, Credits> prices =
                switch (offer) {
                    case Offer.Images images -> images.credits();
                    case Offer.Videos videos -> videos.creditsPerSecond();
                    case Offer.Texts _ -> Map.of();
                };
        return prices.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .map(
                        each ->
                                new ResolutionResource(
                                        each.getKey().label(),
                                        each.getValue().amount(),
                                        withAudio(offer, each.getKey())))
                .toList();
    }

    private static @Nullable Long withAudio(Offer offer, Resolution size) {
        return offer instanceof Offer.Videos videos
                ? Optional.ofNullable(videos.creditsPerSecondWithAudio().get(size))
                        .map(Credits::amount)
                        .orElse(null)
                : null;
    }

    private static List<Long> durations(Offer offer) {
        return switch (offer) {
            case Offer.Images _, Offer.Texts _ -> List.of();
            case Offer.Videos videos ->
                    videos.durations().stream().map(Duration::toSeconds).toList();
        };
    }
}
