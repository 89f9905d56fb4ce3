package dev.halftone.providers.openai;

import dev.halftone.core.circuit.KeyCheck;
import dev.halftone.core.generation.DirectProvider;
import dev.halftone.core.generation.Endpoints;
import dev.halftone.providers.DirectHttp;
import dev.halftone.providers.KeyQuestion;
import dev.halftone.providers.ProviderBase;
import dev.halftone.providers.ProviderSetting;
import dev.halftone.providers.RetryAfter;
import java.time.Duration;
import java.util.Set;

/** OpenAI as a provider. */
public final class OpenAiProvider {

    /** The name under which a catalogue refers to it. */
    public static final String NAME = OpenAiProtocol.NAME;

    private OpenAiProvider() {}

    /** Composes the provider; nothing is called and no secret is read before the first order. */
    public static DirectProvider of(ProviderSetting setting) {
        return of(setting, OpenAiProtocol.CALL_TIMEOUT);
    }

    /** Asks for the models. A key that may only make pictures is answered 403, and is good. */
    public static KeyCheck keyCheck(ProviderSetting setting) {
        return KeyQuestion.get(
                NAME, "Bearer", setting, OpenAiProtocol.MODELS, KeyQuestion.reading(Set.of(401)));
    }

    static DirectProvider of(ProviderSetting setting, Duration callTimeout) {
        return new DirectProvider(
                NAME,
                Endpoints.of("gpt-image-*"),
                new OpenAiCall(
                        new DirectHttp(callTimeout),
                        new ProviderBase(NAME, setting.baseUrl(), setting.us().publicUrl()),
                        setting.key(),
                        setting.us().signingKey(),
                        new OpenAiErrors(new RetryAfter(setting.clock()))),
                callTimeout,
                // A picture costs cents, and nobody else can say what became of the first call.
                true);
    }
}
