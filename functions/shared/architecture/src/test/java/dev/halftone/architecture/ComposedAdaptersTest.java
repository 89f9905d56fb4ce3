package dev.halftone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

// Protects functions from growing powers: what a function can reach is decided here, not
// by
// an import.
final class ComposedAdaptersTest {
    private static final Map<String, Set<String>> EXPECTED =
            Map.ofEntries(
                    Map.entry("signin", Set.of("dynamodb", "secrets", "identity", "mail")),
                    Map.entry(
                            "generationsubmit",
                            Set.of("dynamodb", "sqs", "secrets", "csv", "providers", "creem")),
                    Map.entry(
                            "providerpoll",
                            Set.of("dynamodb", "s3", "sqs", "secrets", "providers")),
                    Map.entry("providerwebhook", Set.of("sqs", "secrets", "providers")),
                    Map.entry("studio", Set.of("dynamodb", "s3", "secrets")),
                    Map.entry("site", Set.of()),
                    Map.entry("generationsweep", Set.of("dynamodb", "sqs")),
                    Map.entry("mediaintake", Set.of("dynamodb", "s3", "imaging")),
                    Map.entry("urlfetch", Set.of("s3", "sqs", "web")),
                    Map.entry("uploads", Set.of("dynamodb", "s3", "sqs", "secrets")),
                    Map.entry("ledgerseal", Set.of("dynamodb", "secrets")),
                    Map.entry("checkout", Set.of("dynamodb", "secrets", "stripe", "creem")),
                    Map.entry("paymentwebhook", Set.of("dynamodb", "secrets", "stripe", "creem")),
                    Map.entry("reconciliation", Set.of("dynamodb", "secrets", "stripe", "creem")));

    @Test
    void everyFunctionComposesExactlyItsAdapters() {
        assertThat(ComposedAdapters.of(ImportedClasses.PROJECT, ImportedClasses.BASE))
                .isEqualTo(EXPECTED);
    }

    @Test
    void noticesAnAdapterTooMany() {
        assertThat(ComposedAdapters.of(ImportedClasses.PLANTED, ImportedClasses.PLANTED_BASE))
                .containsEntry("site", Set.of("dynamodb"))
                .containsEntry("innocent", Set.of());
    }
}
