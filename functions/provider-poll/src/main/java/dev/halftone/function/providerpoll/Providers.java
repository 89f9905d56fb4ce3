package dev.halftone.function.providerpoll;

import dev.halftone.core.SecretText;
import dev.halftone.core.Secrets;
import dev.halftone.core.generation.Provider;
import dev.halftone.providers.dreammachine.DreamMachineProvider;
import dev.halftone.providers.fal.FalProvider;
import dev.halftone.providers.gmi.GmiProvider;
import dev.halftone.providers.hedra.HedraProvider;
import dev.halftone.providers.luma.LumaProvider;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every provider, by its name in a catalogue. */
final class Providers {
    private final Secrets secrets;
    private final String publicUrlParameter;
    private final Clock clock;

    Providers(Secrets secrets, String publicUrlParameter, Clock clock) {
        this.secrets = secrets;
        this.publicUrlParameter = publicUrlParameter;
        this.clock = clock;
    }

    Map<String, Provider> at(ProviderEndpoints endpoints) {
        return Stream.of(
                        make(DreamMachineProvider::of, endpoints.dreamMachine()),
                        make(FalProvider::of, endpoints.fal()),
                        make(GmiProvider::of, endpoints.gmi()),
                        make(HedraProvider::of, endpoints.hedra()),
                        make(LumaProvider::of, endpoints.luma()))
                .collect(Collectors.toUnmodifiableMap(Provider::name, Function.identity()));
    }

    /** How an adapter composes its provider. */
    @FunctionalInterface
    private interface Making {
        Provider of(URI baseUrl, Supplier<SecretText> key, Supplier<URI> publicUrl, Clock clock);
    }

    // Asked per call: a snapshot taken now must hold neither a key nor the address.
    private Provider make(Making making, ProviderEndpoint endpoint) {
        return making.of(
                endpoint.baseUrl(),
                () -> secrets.value(endpoint.keyParameter()),
                () -> URI.create(secrets.value(publicUrlParameter).reveal().strip()),
                clock);
    }
}
