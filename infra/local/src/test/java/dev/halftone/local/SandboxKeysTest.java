package dev.halftone.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.SecretText;
import dev.halftone.core.circuit.KeyCheck;
import dev.halftone.core.circuit.KeyCheck.Outcome;
import dev.halftone.function.providerpoll.KeyChecks;
import dev.halftone.providers.Settings;
import dev.halftone.sandbox.Sandbox;
import dev.halftone.sandbox.SandboxConfig;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Protects: the sandbox takes a key as its provider does, so that a check of keys means something.
 */
class SandboxKeysTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final URI HERE = URI.create("http://localhost:8080");
    private static final String PARAMETERS = "/halftone/local/providers/";
    private static final Set<String> GOOGLE_CLOUD = Set.of("vertex", "vertex-veo");

    @TempDir private Path folder;

    @Test
    void everyProviderOfTheSandboxAcceptsItsKeyAndNoOther() {
        Map<String, String> keys = keys("a");
        Map<String, String> parameters = new HashMap<>();
        parameters.put("/halftone/local/fal-user-id", "user-1");
        parameters.put("/halftone/local/sign-in/google", "secret");
        keys.forEach((name, key) -> parameters.put(PARAMETERS + name, shown(name, key, HERE)));
        SandboxConfig config =
                new SandboxConfig(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        URI.create("http://127.0.0.1:0"),
                        folder,
                        parameters,
                        Set.of(HERE),
                        CLOCK,
                        Duration.ofMillis(20));

        try (Sandbox sandbox = Sandbox.start(config)) {
            assertThat(outcomes(sandbox.baseUrl(), keys))
                    .isNotEmpty()
                    .allSatisfy(SandboxKeysTest::accepted);
            assertThat(outcomes(sandbox.baseUrl(), keys("b")))
                    .isNotEmpty()
                    .allSatisfy(SandboxKeysTest::refused);
        }
    }

    /** A key of each provider; a pair of keys for those that are shown a signature. */
    private static Map<String, String> keys(String kind) {
        return ModelProviders.names().stream()
                .collect(
                        Collectors.toMap(
                                name -> name,
                                name ->
                                        GOOGLE_CLOUD.contains(name)
                                                ? GoogleAccount.key()
                                                : "key-" + kind + "-of-" + name));
    }

    /** As the parameter of the key holds it. */
    private static String shown(String name, String key, URI base) {
        return GOOGLE_CLOUD.contains(name) ? GoogleAccount.credential(key, base) : key;
    }

    private static Map<String, Outcome> outcomes(URI sandbox, Map<String, String> keys) {
        Map<String, KeyCheck> checks =
                KeyChecks.of(
                        ModelProviders.entries(),
                        entry -> {
                            URI base = URI.create(sandbox + "/" + entry.name());
                            String key = Objects.requireNonNull(keys.get(entry.name()));
                            return Settings.of(
                                    base,
                                    () -> new SecretText(shown(entry.name(), key, base)),
                                    () -> HERE,
                                    CLOCK);
                        });
        Map<String, Outcome> outcomes = new HashMap<>();
        checks.forEach((name, check) -> outcomes.put(name, check.check()));
        return outcomes;
    }

    private static void accepted(String name, Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    }

    private static void refused(String name, Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    }
}
