package dev.halftone.providers;

import dev.halftone.core.SecretText;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Samples;
import java.net.URI;
import java.time.Clock;
import java.util.function.Supplier;

/** What adapters under test are composed from. */
public final class Settings {
    private Settings() {}

    /** On this machine, with that key. */
    public static ProviderSetting of(URI baseUrl, String key) {
        return of(
                baseUrl,
                () -> new SecretText(key),
                () -> URI.create("http://localhost:8080"),
                new MutableClock(Samples.NOW));
    }

    public static ProviderSetting of(
            URI baseUrl, Supplier<SecretText> key, Supplier<URI> publicUrl, Clock clock) {
        return new ProviderSetting(
                baseUrl,
                null,
                null,
                key,
                new ProviderSetting.Us(
                        publicUrl,
                        Samples::signingKey,
                        (_, _) -> {
                            throw new IllegalStateException("nobody federates here");
                        }),
                clock);
    }
}
