package dev.halftone.local.datamap;

import dev.halftone.core.SecretText;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.generation.Provider;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.providers.gmi.GmiProvider;
import dev.halftone.testing.Samples;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;

/** Orders without an answer, after which a provider is asked; a person would wait for a minute. */
final class LostOrders {

    private static final ProviderOrder ORDER =
            new ProviderOrder(Samples.generationId(1), Samples.request(), Samples.model());

    private final URI sandbox;

    LostOrders(URI sandbox) {
        this.sandbox = sandbox;
    }

    void askWhatBecameOfThem() {
        URI here = URI.create("http://localhost:8080");
        SecretText key = new SecretText("no-key");
        ask(GmiProvider.of(at("/gmi"), () -> key, () -> here, Clock.systemUTC()));
    }

    private URI at(String path) {
        return URI.create(sandbox + path);
    }

    private static void ask(Provider provider) {
        try {
            Objects.requireNonNull(provider.inquiry()).inquire(ORDER, Samples.NOW);
        } catch (TransientFailure _) {
            // The key is wrong; how the question is put is all that counts.
        }
    }
}
