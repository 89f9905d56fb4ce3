package dev.halftone.lambda;

import dev.halftone.core.catalogue.AspectRatio;
import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.catalogue.Model;
import dev.halftone.core.catalogue.Resolution;
import dev.halftone.core.generation.LateResults;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.profile.Profile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
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
                    "models");
    private static final Set<String> BRAND_KEYS = Set.of("name", "tagline");
    private static final Set<String> MODEL_KEYS =
            Set.of(
                    "id",
                    "name",
                    "provider",
                    "endpoint",
                    "description",
                    "disclosure",
                    "sizing",
                    "aspectRatios",
                    "credits",
                    "promptCharactersMax",
                    "typicalSeconds",
                    "deadlineSeconds");

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
        String brandName = text("brand.", brand, "name");
        String tagline = text("brand.", brand, "tagline");
        int minimumAge = (int) number("", root, "minimumAge");
        String policyVersion = text("", root, "policyVersion");
        Credits welcome = new Credits(number("", root, "welcomeCredits"));
        LateResults lateResults = lateResults(text("", root, "lateResults"));
        String priceVersion = text("", root, "priceVersion");
        refuseFaults();
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
                                        lateResults,
                                        new Catalogue(priceVersion, models)));
        refuseFaults();
        return Objects.requireNonNull(profile);
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
        Map<Resolution, Credits> prices = prices(at, node.path("credits"));
        Model.Sizing sizing = sizing(at, text(at, node, "sizing"));
        int promptMax = (int) number(at, node, "promptCharactersMax");
        Duration typical = Duration.ofSeconds(number(at, node, "typicalSeconds"));
        Duration deadline = Duration.ofSeconds(number(at, node, "deadlineSeconds"));
        if (faults.size() > faultsBefore) {
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
                                prices,
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

    private Map<Resolution, Credits> prices(String at, JsonNode object) {
        Map<Resolution, Credits> prices = new EnumMap<>(Resolution.class);
        for (String label : object.propertyNames()) {
            Resolution.parse(label)
                    .ifPresentOrElse(
                            resolution ->
                                    prices.put(
                                            resolution,
                                            new Credits(number(at + "credits.", object, label))),
                            () -> faults.add(at + "credits." + label + " is no resolution"));
        }
        return prices;
    }

    private LateResults lateResults(String text) {
        for (LateResults each : LateResults.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(text)) {
                return each;
            }
        }
        faults.add("lateResults is neither discard nor deliver");
        return LateResults.DISCARD;
    }

    private Model.Sizing sizing(String at, String text) {
        for (Model.Sizing sizing : Model.Sizing.values()) {
            if (sizing.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
                return sizing;
            }
        }
        faults.add(at + "sizing is none of the known");
        return Model.Sizing.PIXELS;
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
