package dev.halftone.function.providerpoll;

import dev.halftone.core.CallerIdentity;
import dev.halftone.core.SecretText;
import dev.halftone.core.Secrets;
import dev.halftone.core.SigningKey;
import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.generation.DirectProvider;
import dev.halftone.providers.google.GeminiProvider;
import dev.halftone.providers.google.VertexProvider;
import dev.halftone.providers.openai.OpenAiProvider;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Every provider that answers an order with the picture itself, by its name in a catalogue. */
final class DirectProviders {
    // Where nobody asks for a region, none is pinned.
    private static final String EVERYWHERE = "global";

    private final Secrets secrets;
    private final String publicUrlParameter;
    private final CallerIdentity callerIdentity;
    private final Clock clock;

    DirectProviders(
            Secrets secrets,
            String publicUrlParameter,
            CallerIdentity callerIdentity,
            Clock clock) {
        this.secrets = secrets;
        this.publicUrlParameter = publicUrlParameter;
        this.callerIdentity = callerIdentity;
        this.clock = clock;
    }

    Map<String, DirectProvider> at(DirectEndpoints endpoints, Catalogue catalogue) {
        return Map.of(
                OpenAiProvider.NAME,
                OpenAiProvider.of(
                        endpoints.openAi().baseUrl(),
                        key(endpoints.openAi()),
                        this::publicUrl,
                        () -> signingKey(endpoints),
                        clock),
                GeminiProvider.NAME,
                GeminiProvider.of(
                        endpoints.gemini().baseUrl(),
                        key(endpoints.gemini()),
                        this::publicUrl,
                        clock),
                VertexProvider.NAME,
                VertexProvider.of(
                        endpoints.vertex().baseUrl(),
                        Optional.ofNullable(catalogue.terms(VertexProvider.NAME).region())
                                .orElse(EVERYWHERE),
                        new VertexProvider.Identity(key(endpoints.vertex()), callerIdentity),
                        this::publicUrl,
                        clock));
    }

    // Asked per call: a snapshot taken now must hold neither a key nor the address.
    private Supplier<SecretText> key(ProviderEndpoint endpoint) {
        return () -> secrets.value(endpoint.keyParameter());
    }

    private URI publicUrl() {
        return URI.create(secrets.value(publicUrlParameter).reveal().strip());
    }

    private SigningKey signingKey(DirectEndpoints endpoints) {
        return SigningKey.ofBase64(secrets.value(endpoints.signingKeyParameter()).reveal());
    }
}
