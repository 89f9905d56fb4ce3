package dev.halftone.providers.google;

import dev.halftone.core.SecretText;
import dev.halftone.core.generation.DirectProvider;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.providers.ScriptedServer;
import dev.halftone.providers.Settings;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Samples;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

/** The Gemini API keeps the contract of providers that answer with the picture itself. */
class GeminiProviderTest extends GenerateContentContract {

    @Override
    protected DirectProvider provider(
            ScriptedServer at, Duration callTimeout, Supplier<SecretText> key) {
        return GeminiProvider.of(
                Settings.of(
                        at.base(),
                        key,
                        () -> URI.create("http://localhost:8080"),
                        new MutableClock(Samples.NOW)),
                callTimeout);
    }

    @Override
    protected ProviderOrder order() {
        return order("gemini", "gemini-nano-banana-2.1");
    }

    @Override
    protected String path() {
        return "/v1beta/models/gemini-nano-banana-2.1:generateContent";
    }

    @Override
    protected ScriptedServer.Answer keyRefused() {
        return recorded(400, "error-key");
    }

    @Override
    protected String shownKey() {
        return server.calls().getLast().header("x-goog-api-key");
    }
}
