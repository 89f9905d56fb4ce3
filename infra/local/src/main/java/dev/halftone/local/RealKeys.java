package dev.halftone.local;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.catalogue.ProviderEntry;
import dev.halftone.core.circuit.KeyCheck;
import dev.halftone.function.providerpoll.KeyChecks;
import dev.halftone.providers.ProviderSetting;
import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether real providers accept the keys in the environment, asked before anything starts. */
final class RealKeys {
    private RealKeys() {}

    /** The questions to those that are called for real; nobody is asked yet. */
    static Map<String, KeyCheck> checks(LocalChoices choices, URI publicUrl, Clock clock) {
        ProviderSetting.Us us =
                new ProviderSetting.Us(
                        () -> publicUrl,
                        () -> {
                            throw deployedOnly();
                        },
                        (_, _) -> {
                            throw deployedOnly();
                        });
        List<ProviderEntry> real =
                ModelProviders.entries().stream()
                        .filter(entry -> choices.isReal(entry.name()))
                        .toList();
        return KeyChecks.of(
                real,
                entry ->
                        new ProviderSetting(
                                entry.baseUrl(),
                                entry.region(),
                                entry.texts(),
                                () -> Objects.requireNonNull(choices.keys().get(entry.name())),
                                us,
                                clock));
    }

    private static PermanentFailure deployedOnly() {
        return new PermanentFailure("aws", "only a deployed function has an identity there");
    }

    /**
     * Asks, and says of each provider that is called for real what it answered.
     *
     * @throws IllegalArgumentException naming the variables whose keys are refused
     */
    static void require(LocalChoices choices, Map<String, KeyCheck> checks, PrintStream out) {
        List<String> refused =
                choices.keys().keySet().stream()
                        .sorted()
                        .filter(provider -> isRefused(provider, checks.get(provider), out))
                        .map(ModelProviders::variable)
                        .toList();
        if (!refused.isEmpty()) {
            throw new IllegalArgumentException(
                    "Refused: "
                            + String.join(", ", refused)
                            + ". Put it right, or leave it out to have the sandbox stand in.");
        }
    }

    private static boolean isRefused(String provider, @Nullable KeyCheck check, PrintStream out) {
        String real = provider + " is called for real: ";
        if (check == null) {
            out.println(real + "it cannot be asked about its key; the first order will tell.");
            return false;
        }
        return switch (check.check()) {
            case KeyCheck.Outcome.Accepted _ -> {
                out.println(real + "it accepts the key.");
                yield false;
            }
            case KeyCheck.Outcome.Unknown unknown -> {
                out.println(
                        real + "it did not say whether it accepts the key: " + unknown.detail());
                yield false;
            }
            case KeyCheck.Outcome.Refused refused -> {
                out.println(real + refused.detail());
                yield true;
            }
        };
    }
}
