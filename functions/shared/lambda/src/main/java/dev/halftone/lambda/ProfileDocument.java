package dev.halftone.lambda;

import dev.halftone.core.asset.StorageQuota;
import dev.halftone.core.catalogue.Alias;
import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.catalogue.Ceilings;
import dev.halftone.core.catalogue.Earning;
import dev.halftone.core.catalogue.Economy;
import dev.halftone.core.catalogue.Model;
import dev.halftone.core.catalogue.Plans;
import dev.halftone.core.catalogue.PromptRules;
import dev.halftone.core.catalogue.ProviderDemands;
import dev.halftone.core.catalogue.ProviderEntry;
import dev.halftone.core.catalogue.Route;
import dev.halftone.core.generation.LateResults;
import dev.halftone.core.generation.Section;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.payment.PaymentTerms;
import dev.halftone.core.profile.Profile;
import dev.halftone.core.profile.SignInWays;
import dev.halftone.core.profile.Suggestions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One profile as JSON. Notes every fault and fails once, so that an operator sees them all. */
final class ProfileDocument {
    private static final Set<String> KEYS =
            Set.of(
                    "brand",
                    "minimumAge",
                    "policyVersion",
                    "addressDays",
                    "welcomeCredits",
                    "batchRowsAtOnce",
                    "lateResults",
                    "storage",
                    "suggestions",
                    "plans",
                    "promptCheck",
                    "signIn",
                    "payments",
                    "priceVersion",
                    "creditMicroDollars",
                    "ownCostMicroDollars",
                    "ceilingMicroDollars",
                    "demands",
                    "providers",
                    "aliases",
                    "models");
    private static final Set<String> BRAND_KEYS = Set.of("name", "tagline");
    private static final Set<String> DEMAND_KEYS = Set.of("training", "regions", "contract");
    private static final Set<String> STORAGE_KEYS = Set.of("megabytes", "files");
    private static final int BYTES_A_MEGABYTE = 1_000_000;
    private static final Set<String> ALIAS_KEYS = Set.of("id", "model", "note");

    /** What a provider must promise about training on what it is sent. */
    private enum Training {
        NEVER,
        ANY
    }

    private final Fields fields;

    ProfileDocument(JsonNode root) {
        this.fields = new Fields("", root, new ArrayList<>()).known(KEYS);
    }

    Profile profile(String name) {
        Profile.Brand brand = brand();
        int minimumAge = (int) fields.number("minimumAge");
        Duration addressLife = Duration.ofDays(fields.number("addressDays"));
        Credits welcome = new Credits(fields.number("welcomeCredits"));
        int batchRowsAtOnce = (int) fields.number("batchRowsAtOnce");
        LateResults lateResults = fields.choice("lateResults", LateResults.class);
        StorageQuota storage = storage();
        Suggestions suggestions = suggestions();
        Map<String, ProviderEntry> providers = providers();
        List<Model> models = models();
        ProviderDemands demands = demands(minimumAge);
        Economy economy = new EconomyDocument(fields).economy();
        Plans plans = new PlansDocument(fields, models).plans();
        PromptRules promptRules = new PromptRulesDocument(fields).rules(providers, demands);
        SignInWays signIn = new SignInDocument(fields).ways();
        PaymentTerms payments = new PaymentsDocument(fields, plans, economy).terms();
        refuseFaults();
        Earning earning = earning(usable(models, providers, demands), economy);
        return whole(
                fields.valid(
                        "profile",
                        () ->
                                new Profile(
                                        name,
                                        brand,
                                        minimumAge,
                                        fields.text("policyVersion"),
                                        addressLife,
                                        welcome,
                                        batchRowsAtOnce,
                                        Objects.requireNonNull(lateResults),
                                        Objects.requireNonNull(storage),
                                        suggestions,
                                        Objects.requireNonNull(plans),
                                        promptRules,
                                        Objects.requireNonNull(signIn),
                                        Objects.requireNonNull(payments),
                                        catalogue(earning, providers, economy))));
    }

    private Profile whole(@Nullable Profile read) {
        refuseFaults();
        return Objects.requireNonNull(read);
    }

    private Catalogue catalogue(
            Earning earning, Map<String, ProviderEntry> providers, @Nullable Economy economy) {
        return new Catalogue(
                fields.text("priceVersion"),
                earning.models(),
                aliases(),
                providers,
                Objects.requireNonNull(economy),
                earning.losses());
    }

    private Earning earning(List<Model> usable, @Nullable Economy read) {
        Economy economy = Objects.requireNonNull(read);
        Earning earning = Earning.of(usable, economy);
        requireRoom(earning.models(), economy.ceilings());
        refuseFaults();
        return earning;
    }

    private Profile.Brand brand() {
        Fields brand = fields.in("brand").known(BRAND_KEYS);
        return new Profile.Brand(brand.text("name"), brand.text("tagline"));
    }

    private @Nullable StorageQuota storage() {
        Fields storage = fields.in("storage").known(STORAGE_KEYS);
        return storage.valid(
                "megabytes",
                () ->
                        new StorageQuota(
                                storage.number("megabytes") * BYTES_A_MEGABYTE,
                                (int) storage.number("files")));
    }

    /** A section that is not named has none. */
    private Suggestions suggestions() {
        if (!fields.has("suggestions")) {
            return Suggestions.NONE;
        }
        Fields named = fields.in("suggestions");
        Map<Section, List<String>> bySection = new EnumMap<>(Section.class);
        for (String label : fields.keys("suggestions")) {
            Section.parse(label)
                    .ifPresentOrElse(
                            section -> bySection.put(section, named.texts(label)),
                            () -> named.fault(label, "is no section"));
        }
        Suggestions read = fields.valid("suggestions", () -> new Suggestions(bySection));
        return read == null ? Suggestions.NONE : read;
    }

    private ProviderDemands demands(int minimumAge) {
        Fields demands = fields.in("demands").known(DEMAND_KEYS);
        Training training = demands.choice("training", Training.class);
        return new ProviderDemands(
                training == Training.NEVER,
                Set.copyOf(demands.texts("regions")),
                demands.flag("contract"),
                minimumAge);
    }

    private Map<String, ProviderEntry> providers() {
        Map<String, ProviderEntry> providers = new HashMap<>();
        Fields declared = fields.in("providers");
        for (String name : fields.keys("providers")) {
            ProviderEntry provider = new ProviderDocument(name, declared.in(name)).provider();
            if (provider != null) {
                providers.put(name, provider);
            }
        }
        return providers;
    }

    private List<Alias> aliases() {
        List<Alias> aliases = new ArrayList<>();
        for (Fields each : fields.each("aliases")) {
            each.known(ALIAS_KEYS);
            String id = each.text("id");
            String model = each.text("model");
            String note = each.text("note");
            Alias alias = each.valid("id", () -> new Alias(id, model, note));
            if (alias != null) {
                aliases.add(alias);
            }
        }
        return aliases;
    }

    private List<Model> models() {
        List<Fields> list = fields.each("models");
        if (list.isEmpty()) {
            fields.fault("models", "is not a list of models");
        }
        return list.stream()
                .map(each -> new ModelDocument(each).model())
                .filter(Objects::nonNull)
                .toList();
    }

    /** The models by those of their providers that meet what the operator demands. */
    private List<Model> usable(
            List<Model> models, Map<String, ProviderEntry> providers, ProviderDemands demands) {
        List<Model> usable = new ArrayList<>();
        for (Model model : models) {
            List<Route> met = new ArrayList<>();
            List<String> unmet = new ArrayList<>();
            for (Route route : model.routes()) {
                ProviderEntry provider = providers.get(route.provider());
                if (provider == null) {
                    fields.fault("providers", "lacks " + route.provider() + " of " + model.id());
                    continue;
                }
                List<String> missing = demands.unmetBy(provider);
                if (missing.isEmpty()) {
                    met.add(route);
                } else {
                    unmet.add(route.provider() + " " + String.join(", ", missing));
                }
            }
            if (met.isEmpty()) {
                fields.fault(
                        "models",
                        model.id() + " has no provider left: " + String.join("; ", unmet));
            } else {
                Model left = fields.valid("models", () -> model.by(met));
                if (left != null) {
                    usable.add(left);
                }
            }
        }
        return usable;
    }

    /** Nothing is on offer that a ceiling never lets through. */
    private void requireRoom(List<Model> models, Ceilings ceilings) {
        for (Model model : models) {
            if (model.dearest().compareTo(ceilings.single()) > 0) {
                fields.fault("ceilingMicroDollars", "leaves no room for " + model.id());
            }
        }
    }

    private void refuseFaults() {
        if (!fields.faults().isEmpty()) {
            throw new IllegalArgumentException("Profile: " + String.join("; ", fields.faults()));
        }
    }
}
