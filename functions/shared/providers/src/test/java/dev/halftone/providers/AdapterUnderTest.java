package dev.halftone.providers;

import dev.halftone.core.SecretText;
import dev.halftone.core.generation.Provider;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Samples;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** An adapter on this machine, and the server that it takes for its provider. */
public abstract class AdapterUnderTest {

    /** The secret that the provider under test must use, and must never repeat. */
    protected static final String KEY = "key-id:key-secret";

    // Only what never comes may be awaited for a short time: a slow machine answers late.
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration PATIENT = Duration.ofSeconds(30);
    private static final ProviderTimeouts USUAL = new ProviderTimeouts(PATIENT, PATIENT, PATIENT);

    protected final ScriptedServer server = new ScriptedServer();
    private @Nullable Provider provider;

    /** Composes the adapter. */
    protected abstract Provider of(ProviderSetting setting, ProviderTimeouts timeouts);

    /** What it shows to the server. */
    protected SecretText key() {
        return new SecretText(KEY);
    }

    @AfterEach
    void close() {
        server.close();
    }

    /** The provider under test, on a server that plays what follows. */
    public final Provider provider() {
        if (provider == null) {
            provider = at(server.base(), this::key, USUAL);
        }
        return provider;
    }

    /** The same on an address where nobody listens. */
    public final Provider unreachableProvider() {
        // A port that was free a moment ago.
        try (ScriptedServer gone = new ScriptedServer()) {
            return at(gone.base(), this::key, USUAL);
        }
    }

    /** The same with a key of its own. */
    public final Provider withKey(Supplier<SecretText> key) {
        return at(server.base(), key, USUAL);
    }

    /** How often the server was called. */
    protected final int calls() {
        return server.calls().size();
    }

    /** An answer to an order that never comes; what is asked for before it, does. */
    protected final ScriptedServer.Answer silenceAfterAnOrder() {
        return silence(new ProviderTimeouts(PATIENT, SHORT, PATIENT));
    }

    /** An answer to a question that never comes. */
    protected final ScriptedServer.Answer silence() {
        return silence(new ProviderTimeouts(PATIENT, PATIENT, SHORT));
    }

    private ScriptedServer.Answer silence(ProviderTimeouts timeouts) {
        provider = at(server.base(), this::key, timeouts);
        return ScriptedServer.Answer.ending(ScriptedServer.Ending.NEVER, "");
    }

    private Provider at(URI base, Supplier<SecretText> key, ProviderTimeouts timeouts) {
        return of(
                Settings.of(
                        base,
                        key,
                        () -> URI.create("http://localhost:8080"),
                        new MutableClock(Samples.NOW)),
                timeouts);
    }
}
