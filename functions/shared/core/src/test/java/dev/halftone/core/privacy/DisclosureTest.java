package dev.halftone.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Protects: a person is told everything that says something of them, and nothing that opens
 * something.
 */
class DisclosureTest {

    private final Disclosure disclosure = new Disclosure(DataMap.declarations());

    @Test
    void tellsWhatIsDeclaredOfThePerson() {
        assertThat(disclosure.of(List.of(profile(Map.of("email", "a@example.org", "name", "Ada")))))
                .containsExactly(
                        new Disclosure.Entry(
                                Category.ACCOUNT_IDENTITY,
                                "PROFILE",
                                Map.of("email", "a@example.org", "name", "Ada")));
    }

    @Test
    void tellsNoKeysAndNoVersions() {
        assertThat(
                        disclosure.of(
                                List.of(profile(Map.of("pk", "USER#1", "sk", "PROFILE", "v", 1L)))))
                .isEmpty();
    }

    // A copy lies in a folder of downloads: whoever finds it there must not get in with it.
    @Test
    void tellsNothingThatOpensSomething() {
        StoredRecord pending =
                new StoredRecord(
                        "AccountsTable",
                        "NEWEMAIL",
                        Map.of("codeHash", "3f9a", "address", "new@example.org"));

        assertThat(disclosure.of(List.of(pending)))
                .extracting(Disclosure.Entry::values)
                .containsExactly(Map.of("address", "new@example.org"));
    }

    // One record may serve two purposes, under two rules; each is said where it belongs.
    @Test
    void tellsARecordUnderEachOfItsPurposes() {
        StoredRecord state =
                new StoredRecord(
                        "SessionsTable",
                        "STATE",
                        Map.of(
                                "standing",
                                "ACTIVE",
                                "policyVersion",
                                "2026-11",
                                "minimumAge",
                                18L));

        assertThat(disclosure.of(List.of(state)))
                .extracting(Disclosure.Entry::category)
                .containsExactly(
                        Category.SESSION, Category.AGE_CONFIRMATION, Category.POLICY_ACCEPTANCE);
    }

    private static StoredRecord profile(Map<String, Object> values) {
        return new StoredRecord("AccountsTable", "PROFILE", values);
    }
}
