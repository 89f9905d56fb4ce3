package dev.halftone.providers.google;

import dev.halftone.core.circuit.KeyCheck;
import dev.halftone.core.generation.Endpoints;
import dev.halftone.core.generation.Provider;
import dev.halftone.core.generation.ResultDownload;
import dev.halftone.providers.DirectHttp;
import dev.halftone.providers.ProviderSetting;
import dev.halftone.providers.ProviderTimeouts;
import dev.halftone.providers.RetryAfter;
import java.time.Duration;
import java.util.Set;

/** Google's Veo on Vertex AI as a provider of films. */
public final class VeoProvider {

    /** The name under which a catalogue refers to it. */
    public static final String NAME = VeoProtocol.NAME;

    private VeoProvider() {}

    /** Composes the provider; nothing is called and no secret is read before the first order. */
    public static Provider of(ProviderSetting setting) {
        return of(setting, ProviderTimeouts.USUAL);
    }

    /** Has our credential exchanged for a token. */
    public static KeyCheck keyCheck(ProviderSetting setting) {
        return VertexAccess.of(NAME, setting).tokens()::check;
    }

    static Provider of(ProviderSetting setting, ProviderTimeouts timeouts) {
        VertexAccess access = VertexAccess.of(NAME, setting);
        return new Provider(
                NAME,
                Endpoints.of("veo-*"),
                new VeoSubmission(
                        VertexAccess.http(NAME, timeouts),
                        access,
                        new GoogleErrors(NAME, new RetryAfter(setting.clock()))),
                new VeoPolling(new DirectHttp(timeouts.read()), access),
                // No page says how to stop such work: it ends as it ends.
                _ -> {},
                null,
                // A film costs dollars, and nobody can say what became of an order without answer.
                new Provider.Terms(Set.of(), () -> false));
    }

    /** Fetches the films of this provider, and lets {@code others} fetch everything else. */
    public static ResultDownload download(ProviderSetting setting, ResultDownload others) {
        return download(VertexAccess.of(NAME, setting), VeoProtocol.COPY_TIMEOUT, others);
    }

    static ResultDownload download(VertexAccess access, Duration timeout, ResultDownload others) {
        return new VeoDownload(new DirectHttp(timeout), access, others);
    }
}
