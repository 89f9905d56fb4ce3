package dev.halftone.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.SecretText;
import dev.halftone.core.seal.RootKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalParametersTest {
    private static final String NAME = "/halftone/local/ledger-key";
    private static final FunctionDeclaration SEAL =
            new FunctionDeclaration(
                    "LedgerSealFunction",
                    "dev.halftone.Handler",
                    Duration.ofSeconds(1),
                    128,
                    Map.of("LEDGER_KEY_PARAMETER", NAME),
                    List.of());

    @TempDir private Path folder;

    // Protects: roots signed before a restart can be checked after it, with the same key.
    @Test
    void drawsThePairThatSignsTheLedgerOnceAndKeepsIt() throws IOException {
        RootKey first = RootKey.ofPem(parameter());

        assertThat(RootKey.ofPem(parameter()).published()).isEqualTo(first.published());
    }

    private SecretText parameter() throws IOException {
        Map<String, String> parameters =
                LocalParameters.of(
                        List.of(SEAL),
                        URI.create("http://localhost:8080"),
                        URI.create("http://127.0.0.1:8090"),
                        LocalChoices.STANDARD,
                        folder.resolve("secrets.properties"));
        return new SecretText(parameters.getOrDefault(NAME, ""));
    }
}
