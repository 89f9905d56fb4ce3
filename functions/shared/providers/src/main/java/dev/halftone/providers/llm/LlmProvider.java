package dev.halftone.providers.llm;

import dev.halftone.core.catalogue.TextDialect;
import dev.halftone.core.circuit.KeyCheck;
import dev.halftone.core.generation.DirectProvider;
import dev.halftone.core.generation.Endpoints;
import dev.halftone.providers.KeyQuestion;
import dev.halftone.providers.ProviderBase;
import dev.halftone.providers.ProviderSetting;
import dev.halftone.providers.RetryAfter;
import java.time.Duration;
import java.util.Set;

/** The operator's language model as a provider. */
public final class LlmProvider {

    /** The name under which a catalogue refers to it. */
    public static final String NAME = LlmProtocol.NAME;

    // What almost every endpoint understands.
    private static final TextDialect COMMON =
            new TextDialect(TextDialect.Output.JSON_OBJECT, TextDialect.Limit.MAX_TOKENS);

    private LlmProvider() {}

    /** Composes the provider; nothing is called and no secret is read before the first order. */
    public static DirectProvider of(ProviderSetting setting) {
        return of(setting, LlmProtocol.CALL_TIMEOUT);
    }

    /** Asks for the models. A key that may only have texts written may be answered 403. */
    public static KeyCheck keyCheck(ProviderSetting setting) {
        return KeyQuestion.get(
                NAME, "Bearer", setting, LlmProtocol.MODELS, KeyQuestion.reading(Set.of(401)));
    }

    static DirectProvider of(ProviderSetting setting, Duration callTimeout) {
        TextDialect dialect = setting.texts() == null ? COMMON : setting.texts();
        return new DirectProvider(
                NAME,
                Endpoints.of("**"),
                new LlmCall(
                        callTimeout,
                        new ProviderBase(NAME, setting.baseUrl(), setting.us().publicUrl()),
                        setting.key(),
                        new LlmRequest(dialect),
                        new LlmErrors(new RetryAfter(setting.clock()))),
                callTimeout,
                // A page costs a fraction of a cent.
                true);
    }
}
