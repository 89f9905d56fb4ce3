package dev.halftone.lambda;

import dev.halftone.core.catalogue.PromptRules;
import dev.halftone.core.catalogue.ProviderDemands;
import dev.halftone.core.catalogue.ProviderEntry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who judges words before anything is spent: a provider of the profile, or {@code none}. */
final class PromptRulesDocument {
    private static final String KEY = "promptCheck";
    private static final String NONE = "none";
    private static final Set<String> KEYS = Set.of("provider", "model", "refuses");

    private final Fields profile;

    PromptRulesDocument(Fields profile) {
        this.profile = profile;
    }

    /** The rules; {@code null} if there are none on purpose, or something was noted. */
    @Nullable PromptRules rules(Map<String, ProviderEntry> providers, ProviderDemands demands) {
        if (profile.node().path(KEY).isString()) {
            if (!profile.text(KEY).equals(NONE)) {
                profile.fault(KEY, "is neither rules nor " + NONE);
            }
            return null;
        }
        Fields fields = profile.in(KEY).known(KEYS);
        ProviderEntry checker = providers.get(fields.text("provider"));
        String model = fields.text("model");
        List<String> refuses = fields.texts("refuses");
        if (checker == null) {
            fields.fault("provider", "is none of the providers");
            return null;
        }
        List<String> unmet = demands.unmetBy(checker);
        if (!unmet.isEmpty()) {
            fields.fault("provider", String.join(", ", unmet));
        }
        return fields.valid("refuses", () -> new PromptRules(checker, model, refuses));
    }
}
