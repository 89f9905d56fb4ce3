package dev.halftone.lambda;

import dev.halftone.core.catalogue.Alias;
import dev.halftone.core.catalogue.AspectRatio;
import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.catalogue.MediaKind;
import dev.halftone.core.catalogue.Model;
import dev.halftone.core.catalogue.Offer;
import dev.halftone.core.catalogue.ProviderTerms;
import dev.halftone.core.catalogue.Resolution;
import dev.halftone.core.generation.LateResults;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.profile.Profile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One profile as JSON. Notes every fault and fails once, so that an operator sees them all. */
final class ProfileDocument {
    private static final Set<String> KEYS =
            Set.of(
                    "brand",
                    "minimumAge",
                    "policyVersion",
                    "welcomeCredits",
                    "lateResults",
                    "priceVersion",
                    "providers",
                    "aliases",
                    "models");
    private static final Set<String> BRAND_KEYS = Set.of("name", "tagline");
    private static final Set<String> PROVIDER_KEYS = Set.of("answers", "region");
    private static final Set<String> ALIAS_KEYS = Set.of("id", "model", "note");
    private static final Set<String> MODEL_KEYS =
            Set.of(
                    "id",
                    "kind",
                    "name",
                    "provider",
                    "endpoint",
                    "description",
                    "disclosure",
                    "sizing",
                    "aspectRatios",
                    "credits",
                    "creditsPerSecond",
                    "durationsSeconds",
                    "promptCharactersMax",
                    "typicalSeconds",
                    "deadlineSeconds");

    /** How a provider answers an order: with the result itself, or with a promise. */
    private enum Answers {
        AT_ONCE,
        LATER
    }

    private final JsonNode root;
    private final List<String> faults = new ArrayList<>();

    ProfileDocument(JsonNode root) {
        this.root = root;
    }

    Profile profile(String name) {
        known("", root, KEYS);
        JsonNode brand = root.path("brand");
        known("brand.", brand, BRAND_KEYS);
        List<Model> models = models();
        List<Alias> aliases = aliases();
        Map<String, ProviderTerms> providers = providers();
        String brandName = text("brand.", brand, "name");
        String tagline = text("brand.", brand, "tagline");
        int minimumAge = (int) number("", root, "minimumAge");
        String policyVersion = text("", root, "policyVersion");
        Credits welcome = new Credits(number("", root, "welcomeCredits"));
        LateResults lateResults = choice("", root, "lateResults", LateResults.class);
        String priceVersion = text("", root, "priceVersion");
        refuseFaults();
        LateResults late = Objects.requireNonNull(lateResults);
        Profile profile =
                valid(
                        "profile",
                        () ->
                                new Profile(
                                        name,
                                        new Profile.Brand(brandName, tagline),
                                        minimumAge,
                                        policyVersion,
                                        welcome,
                                        late,
                                        new Catalogue(priceVersion, models, aliases, providers)));
        refuseFaults();
        return Objects.requireNonNull(profile);
    }

    private Map<String, ProviderTerms> providers() {
        Map<String, ProviderTerms> providers = new HashMap<>();
        JsonNode declared = root.path("providers");
        for (String name : declared.propertyNames()) {
            String at = "providers." + name + ".";
            JsonNode node = declared.path(name);
            known(at, node, PROVIDER_KEYS);
            Answers answers = choice(at, node, "answers", Answers.class);
            String region = node.has("region") ? text(at, node, "region") : null;
            ProviderTerms terms =
                    valid(at, () -> new ProviderTerms(answers == Answers.AT_ONCE, region));
            if (terms != null) {
                providers.put(name, terms);
            }
        }
        return providers;
    }

    private List<Alias> aliases() {
        List<Alias> aliases = new ArrayList<>();
        JsonNode list = root.path("aliases");
        for (int i = 0; i < list.size(); i++) {
            String at = "aliases[" + i + "].";
            JsonNode node = list.get(i);
            known(at, node, ALIAS_KEYS);
            String id = text(at, node, "id");
            String model = text(at, node, "model");
            String note = text(at, node, "note");
            Alias alias = valid(at, () -> new Alias(id, model, note));
            if (alias != null) {
                aliases.add(alias);
            }
        }
        return aliases;
    }

    private List<Model> models() {
        JsonNode list = root.path("models");
        if (!list.isArray() || list.isEmpty()) {
            faults.add("models is not a list of models");
            return List.of();
        }
        List<Model> models = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            Model model = model("models[" + i + "].", list.get(i));
            if (model != null) {
                models.add(model);
            }
        }
        return models;
    }

    private @Nullable Model model(String at, JsonNode node) {
        known(at, node, MODEL_KEYS);
        int faultsBefore = faults.size();
        String id = text(at, node, "id");
        String name = text(at, node, "name");
        String provider = text(at, node, "provider");
        String endpoint = text(at, node, "endpoint");
        String description = text(at, node, "description");
        String disclosure = text(at, node, "disclosure");
        List<AspectRatio> ratios = aspectRatios(at, node.path("aspectRatios"));
        Offer offer = offer(at, id, node);
        Model.Sizing sizing = choice(at, node, "sizing", Model.Sizing.class);
        int promptMax = (int) number(at, node, "promptCharactersMax");
        Duration typical = Duration.ofSeconds(number(at, node, "typicalSeconds"));
        Duration deadline = Duration.ofSeconds(number(at, node, "deadlineSeconds"));
        if (offer == null || sizing == null || faults.size() > faultsBefore) {
            return null;
        }
        return valid(
                at,
                () ->
                        new Model(
                                id,
                                name,
                                provider,
                                endpoint,
                                description,
                                disclosure,
                                ratios,
                                offer,
                                sizing,
                                new Model.Limits(promptMax, typical, deadline)));
    }

    private List<AspectRatio> aspectRatios(String at, JsonNode list) {
        List<AspectRatio> ratios = new ArrayList<>();
        for (JsonNode each : list) {
            AspectRatio ratio =
                    valid(at + "aspectRatios", () -> AspectRatio.parse(each.asString("")));
            if (ratio != null) {
                ratios.add(ratio);
            }
        }
        return ratios;
    }

    private @Nullable Offer offer(String at, String id, JsonNode node) {
        MediaKind kind = choice(at, node, "kind", MediaKind.class);
        if (kind == null) {
            return null;
        }
        switch (kind) {
            case IMAGE -> absent(at, node, "creditsPerSecond", "durationsSeconds");
            case VIDEO -> absent(at, node, "credits");
        }
        return valid(
                at + id,
                () ->
                        switch (kind) {
                            case IMAGE -> new Offer.Images(prices(at, node, "credits"));
                            case VIDEO ->
                                    new Offer.Videos(
                                            prices(at, node, "creditsPerSecond"),
                                            durations(at, node.path("durationsSeconds")));
                        });
    }

    private List<Duration> durations(String at, JsonNode list) {
        List<Duration> durations = new ArrayList<>();
        for (JsonNode each : list) {
            if (each.isInt()) {
                durations.add(Duration.ofSeconds(each.asInt()));
            } else {
                faults.add(at + "durationsSeconds has what is no whole number");
            }
        }
        return durations;
    }

    private Map<Resolution, Credits> prices(String at, JsonNode node, String key) {
        JsonNode object = node.path(key);
        Map<Resolution, Credits> prices = new EnumMap<>(Resolution.class);
        for (String label : object.propertyNames()) {
            Resolution.parse(label)
                    .ifPresentOrElse(
                            resolution ->
                                    prices.put(
                                            resolution,
                                            new Credits(number(at + key + ".", object, label))),
                            () -> faults.add(at + key + "." + label + " is no resolution"));
        }
        return prices;
    }

    /** One of the constants, as a profile spells them. */
    private <E extends Enum<E>> @Nullable E choice(
            String at, JsonNode node, String key, Class<E> type) {
        String text = text(at, node, key);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
                return constant;
            }
        }
        faults.add(at + key + " is none of the known");
        return null;
    }

    private void absent(String at, JsonNode node, String... keys) {
        for (String key : keys) {
            if (node.has(key)) {
                faults.add(at + key + " says nothing about a model of this kind");
            }
        }
    }

    private void known(String at, JsonNode node, Set<String> keys) {
        for (String key : node.propertyNames()) {
            if (!keys.contains(key)) {
                faults.add(at + key + " is unknown");
            }
        }
    }

    private String text(String at, JsonNode node, String key) {
        JsonNode value = node.path(key);
        if (!value.isString() || value.asString().isBlank()) {
            faults.add(at + key + " is no text");
            return "";
        }
        return value.asString();
    }

    private long number(String at, JsonNode node, String key) {
        JsonNode value = node.path(key);
        if (!value.isInt() || value.asInt() < 0) {
            faults.add(at + key + " is no whole number");
            return 0;
        }
        return value.asInt();
    }

    private <T> @Nullable T valid(String at, Supplier<T> source) {
        try {
            return source.get();
        } catch (IllegalArgumentException e) {
            faults.add(at + " " + e.getMessage());
            return null;
        }
    }

    private void refuseFaults() {
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("Profile: " + String.join("; ", faults));
        }
    }
}
