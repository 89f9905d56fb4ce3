package dev.halftone.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.catalogue.Plan;
import dev.halftone.core.catalogue.Plans;
import dev.halftone.core.catalogue.PromptRules;
import dev.halftone.core.catalogue.ProviderEntry;
import dev.halftone.core.catalogue.ProviderTerms.Billing;
import dev.halftone.core.catalogue.ProviderTerms.Refusals;
import dev.halftone.core.catalogue.Quota;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsInProfilesTest {
    private static final String LIMITED =
            ProfileReaderTest.WHOLE.replace(
                    """
                    "plans": {"usual": "open", "of": {"open": {}}}, "promptCheck": "none",\
                    """,
                    """
                    "plans": {"usual": "free", "of": {
                      "free": {"day": 20, "month": 100, "models": {"flux": {"month": 30}}},
                      "open": {}}},
                    "promptCheck": {"provider": "fal", "model": "a-judge",
                      "refuses": ["hate", "sexual/minors"]},
                    """);

    // Protects: what a plan leaves out has no end, and what it says is what is counted.
    @Test
    void readsPlans() {
        assertThat(ProfileReaderTest.parse(LIMITED).plans())
                .isEqualTo(
                        new Plans(
                                Map.of(
                                        "free",
                                        new Plan(
                                                "free",
                                                new Quota(20, 100),
                                                Map.of("flux", new Quota(30, 30))),
                                        "open",
                                        Plan.OPEN),
                                "free"));
    }

    // Protects: who judges, and by what, is the operator's choice; that nobody does is said aloud.
    @Test
    void readsWhoJudgesWords() {
        PromptRules rules = Objects.requireNonNull(ProfileReaderTest.parse(LIMITED).promptRules());

        assertThat(rules.checker().name()).isEqualTo("fal");
        assertThat(rules.model()).isEqualTo("a-judge");
        assertThat(rules.refuses()).containsExactly("hate", "sexual/minors");
        assertThat(ProfileReaderTest.parse(ProfileReaderTest.TEXTS).promptRules()).isNull();
    }

    // Protects: no service starts whose check or plans nobody has thought of.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'promptCheck': {'provider': 'fal' | 'promptCheck': {'provider': 'nobody'",
                "'refuses': ['hate', 'sexual/minors'] | 'refuses': []",
                "'refuses': ['hate', 'sexual/minors'] | 'refuses': ['hate', 'hate']",
                "'model': 'a-judge' | 'model': 'a judge of words'",
                "'promptCheck': { | 'promptChecks': {",
                "'contract': false | 'contract': true",
                "'usual': 'free' | 'usual': 'dear'",
                "'day': 20, 'month': 100 | 'day': 200, 'month': 100",
                "'models': {'flux': {'month': 30}} | 'models': {'dall-e': {'month': 30}}"
            })
    void refusesUnclearLimits(String whole, String unclear) {
        String json = LIMITED.replace(whole.replace('\'', '"'), unclear.replace('\'', '"'));

        assertThat(json).isNotEqualTo(LIMITED);
        assertThatThrownBy(() -> ProfileReaderTest.parse(json))
                .isInstanceOf(IllegalArgumentException.class);
    }

    // Protects: what a provider asks of us for what it refuses is data, and not said is unknown.
    @Test
    void readsWhoPaysForARefusal() {
        String json =
                LIMITED.replace(
                        "\"obligation\"",
                        "\"refusals\": {\"prompt\": \"nothing\", \"result\": \"full\"},"
                                + " \"obligation\"");

        Map<String, ProviderEntry> providers =
                ProfileReaderTest.parse(json).catalogue().providers();

        assertThat(Objects.requireNonNull(providers.get("vertex")).terms().refusals())
                .isEqualTo(new Refusals(Billing.NOTHING, Billing.FULL));
        assertThat(Objects.requireNonNull(providers.get("fal")).terms().refusals())
                .isEqualTo(Refusals.UNKNOWN);
    }
}
