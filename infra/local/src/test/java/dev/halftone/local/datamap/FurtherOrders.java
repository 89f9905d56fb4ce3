package dev.halftone.local.datamap;

import dev.halftone.core.TransientFailure;
import dev.halftone.core.catalogue.AspectRatio;
import dev.halftone.core.catalogue.MediaKind;
import dev.halftone.core.catalogue.Resolution;
import dev.halftone.core.catalogue.TextDialect;
import dev.halftone.core.generation.GenerationRequest;
import dev.halftone.core.generation.Provider;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.providers.ProviderSetting;
import dev.halftone.providers.Settings;
import dev.halftone.providers.dreammachine.DreamMachineProvider;
import dev.halftone.providers.gmi.GmiProvider;
import dev.halftone.providers.hedra.HedraProvider;
import dev.halftone.providers.llm.LlmProvider;
import dev.halftone.providers.luma.LumaProvider;
import dev.halftone.testing.Samples;
import dev.halftone.testing.TextSamples;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What the adapters say that a visit of seconds does not cause: a film of each provider, and what
 * is asked after an answer was lost. The key is wrong, so nothing is made; how it is put is all
 * that counts.
 */
final class FurtherOrders {

    private final URI sandbox;

    FurtherOrders(URI sandbox) {
        this.sandbox = sandbox;
    }

    void put() {
        Provider gmi = GmiProvider.of(at("/gmi"));
        gmi.submission().submit(film("wan2.6-t2v"));
        gmi.submission().submit(film("seedance-1-0-pro-250528"));
        inquire(gmi);
        Provider dreamMachine = DreamMachineProvider.of(at("/dream-machine"));
        dreamMachine.submission().submit(film("ray-2"));
        inquire(dreamMachine);
        LumaProvider.of(at("/luma")).submission().submit(film("ray-3.2"));
        HedraProvider.of(at("/hedra")).submission().submit(film("wan-2-7"));
        write();
    }

    /** At an endpoint that has to be asked in other words than the one of the profile. */
    private void write() {
        ProviderSetting usual = at("/llm");
        TextDialect other =
                new TextDialect(
                        TextDialect.Output.JSON_OBJECT, TextDialect.Limit.MAX_COMPLETION_TOKENS);
        LlmProvider.of(
                        new ProviderSetting(
                                usual.baseUrl(),
                                null,
                                other,
                                usual.key(),
                                usual.us(),
                                usual.clock()))
                .call()
                .make(
                        new ProviderOrder(
                                Samples.generationId(1),
                                Samples.userId(1),
                                TextSamples.request(),
                                TextSamples.route("llm", "any"),
                                List.of()),
                        Path.of("never-written"),
                        1);
    }

    private ProviderSetting at(String path) {
        return Settings.of(URI.create(sandbox + path), "no-key");
    }

    private static void inquire(Provider provider) {
        try {
            Objects.requireNonNull(provider.inquiry()).inquire(film("any"), Samples.NOW);
        } catch (TransientFailure _) {
            // Whoever has no key learns nothing.
        }
    }

    private static ProviderOrder film(String endpoint) {
        GenerationRequest request =
                new GenerationRequest(
                        Samples.VIDEO_MODEL,
                        "A lighthouse at dusk",
                        new AspectRatio(16, 9),
                        Resolution.P720,
                        Duration.ofSeconds(5));
        return new ProviderOrder(
                Samples.generationId(1),
                Samples.userId(1),
                request,
                Samples.route("any", endpoint, MediaKind.VIDEO),
                List.of());
    }
}
