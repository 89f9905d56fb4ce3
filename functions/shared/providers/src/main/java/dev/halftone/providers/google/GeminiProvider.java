package dev.halftone.providers.google;

import dev.halftone.core.SecretText;
import dev.halftone.core.circuit.KeyCheck;
import dev.halftone.core.generation.DirectProvider;
import dev.halftone.core.generation.Endpoints;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.providers.DirectHttp;
import dev.halftone.providers.KeyQuestion;
import dev.halftone.providers.PrintableKey;
import dev.halftone.providers.ProviderBase;
import dev.halftone.providers.ProviderHttp;
import dev.halftone.providers.ProviderSetting;
import dev.halftone.providers.ProviderTimeouts;
import dev.halftone.providers.RetryAfter;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** Google's Gemini API as a provider. */
public final class GeminiProvider {

    /** The name under which a catalogue refers to it. */
    public static final String NAME = GoogleProtocol.GEMINI;

    private GeminiProvider() {}

    /** Composes the provider; nothing is called and no secret is read before the first order. */
    public static DirectProvider of(ProviderSetting setting) {
        return of(setting, GoogleProtocol.CALL_TIMEOUT);
    }

    /** Asks for one of the models. */
    public static KeyCheck keyCheck(ProviderSetting setting) {
        ProviderBase base = new ProviderBase(NAME, setting.baseUrl(), setting.us().publicUrl());
        return new KeyQuestion(
                new ProviderHttp(NAME, "", setting.key(), ProviderTimeouts.USUAL),
                () ->
                        HttpRequest.newBuilder(base.resolve(GoogleProtocol.ONE_MODEL))
                                .header(
                                        GoogleProtocol.API_KEY,
                                        PrintableKey.of(NAME, setting.key().get()))
                                .header("Accept", "application/json")
                                .build(),
                GoogleErrors::ofKey);
    }

    static DirectProvider of(ProviderSetting setting, Duration callTimeout) {
        ProviderBase base = new ProviderBase(NAME, setting.baseUrl(), setting.us().publicUrl());
        return new DirectProvider(
                NAME,
                Endpoints.of("gemini-*"),
                new GenerateContentCall(
                        NAME,
                        new DirectHttp(callTimeout),
                        new ByKey(base, setting.key()),
                        new GoogleErrors(NAME, new RetryAfter(setting.clock()))),
                callTimeout,
                // A picture costs cents, and nobody else can say what became of the first call.
                true);
    }

    private record ByKey(ProviderBase base, Supplier<SecretText> key)
            implements GenerateContentCall.Way {

        @Override
        public HttpRequest.Builder to(ProviderOrder order) {
            return HttpRequest.newBuilder(
                            base.resolve(
                                    GoogleProtocol.MODELS
                                            + order.route().endpoint()
                                            + GoogleProtocol.GENERATE))
                    .header(GoogleProtocol.API_KEY, PrintableKey.of(NAME, key.get()))
                    .header("Accept", "application/json")
                    .header("Content-Type", "application/json");
        }

        @Override
        public void addTo(ObjectNode imageConfig) {
            // It takes nothing but ratio and size.
        }

        @Override
        public void refused() {
            // The key is read anew for each order.
        }
    }
}
