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
            Map.of(
                    "signin", Set.of("dynamodb", "secrets", "identity"),
                    "generationsubmit", Set.of("dynamodb", "sqs", "secrets", "csv"),
                    "providerpoll", Set.of("dynamodb", "s3", "sqs", "secrets", "providers"),
                    "providerwebhook", Set.of("sqs", "secrets", "providers"),
                    "studio", Set.of("dynamodb", "s3", "secrets"),
                    "site", Set.of(),
                    "generationsweep", Set.of("dynamodb", "sqs"),
                    "ledgerseal", Set.of("dynamodb", "secrets"),
                    "reconciliation", Set.of("dynamodb"));

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
