package dev.halftone.lambda;

import dev.halftone.core.catalogue.ProviderEntry;
import dev.halftone.core.catalogue.ProviderTerms;
import dev.halftone.core.catalogue.TextDialect;
import java.net.URI;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One provider of a profile. */
final class ProviderDocument {
    private static final Set<String> KEYS =
            Set.of("title", "baseUrl", "callbackKeys", "answers", "region", "texts", "terms");
    private static final Set<String> TEXTS_KEYS = Set.of("output", "limit");
    private static final Set<String> TERMS_KEYS =
            Set.of("training", "tier", "minimumAge", "url", "verified", "obligation", "refusals");
    private static final Set<String> REFUSALS_KEYS = Set.of("prompt", "result");

    /** How a provider answers an order: with the result itself, or with a promise. */
    private enum Answers {
        AT_ONCE,
        LATER
    }

    private final String name;
    private final Fields fields;

    ProviderDocument(String name, Fields fields) {
        this.name = name;
        this.fields = fields.known(KEYS);
    }

    /** The provider, or {@code null} if something was noted. */
    @Nullable ProviderEntry provider() {
        String title = fields.text("title");
        URI baseUrl = fields.uri("baseUrl");
        URI callbackKeys = fields.has("callbackKeys") ? fields.uri("callbackKeys") : null;
        Answers answers = fields.choice("answers", Answers.class);
        String region = fields.optionalText("region");
        TextDialect texts =
                fields.has("texts") ? texts(fields.in("texts").known(TEXTS_KEYS)) : null;
        ProviderTerms terms = terms(fields.in("terms").known(TERMS_KEYS));
        if (baseUrl == null || answers == null || terms == null) {
            return null;
        }
        return fields.valid(
                "region",
                () ->
                        new ProviderEntry(
                                name,
                                title,
                                baseUrl,
                                callbackKeys,
                                answers == Answers.AT_ONCE,
                                region,
                                texts,
                                terms));
    }

    private static @Nullable TextDialect texts(Fields texts) {
        TextDialect.Output output = texts.choice("output", TextDialect.Output.class);
        TextDialect.Limit limit = texts.choice("limit", TextDialect.Limit.class);
        return output == null || limit == null ? null : new TextDialect(output, limit);
    }

    private static @Nullable ProviderTerms terms(Fields terms) {
        ProviderTerms.Training training = terms.choice("training", ProviderTerms.Training.class);
        ProviderTerms.Tier tier = terms.choice("tier", ProviderTerms.Tier.class);
        int minimumAge = (int) terms.number("minimumAge");
        URI url = terms.uri("url");
        LocalDate verified = terms.date("verified");
        String obligation = terms.optionalText("obligation");
        ProviderTerms.Refusals refusals =
                terms.has("refusals")
                        ? refusals(terms.in("refusals").known(REFUSALS_KEYS))
                        : ProviderTerms.Refusals.UNKNOWN;
        if (training == null
                || tier == null
                || url == null
                || verified == null
                || refusals == null) {
            return null;
        }
        return terms.valid(
                "url",
                () ->
                        new ProviderTerms(
                                training, tier, minimumAge, url, verified, obligation, refusals));
    }

    private static ProviderTerms.@Nullable Refusals refusals(Fields refusals) {
        ProviderTerms.Billing prompt = refusals.choice("prompt", ProviderTerms.Billing.class);
        ProviderTerms.Billing result = refusals.choice("result", ProviderTerms.Billing.class);
        return prompt == null || result == null ? null : new ProviderTerms.Refusals(prompt, result);
    }
}
