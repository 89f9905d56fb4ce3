package dev.halftone.providers.fal;

import dev.halftone.core.catalogue.MediaKind;
import dev.halftone.core.circuit.KeyCheck;
import dev.halftone.core.generation.Endpoints;
import dev.halftone.core.generation.Provider;
import dev.halftone.core.generation.Retention;
import dev.halftone.providers.KeyQuestion;
import dev.halftone.providers.ProviderBase;
import dev.halftone.providers.ProviderHttp;
import dev.halftone.providers.ProviderSetting;
import dev.halftone.providers.ProviderTimeouts;
import dev.halftone.providers.RetryAfter;
import java.util.Set;

/** fal.ai as a provider. */
public final class FalProvider {

    /** The name under which a catalogue refers to it. */
    public static final String NAME = FalProtocol.NAME;

    // A picture costs cents, and without a callback a lost one would wait for nothing. A film costs
    // dollars: its callback is waited for.
    private static final Set<MediaKind> RESENT = Set.of(MediaKind.IMAGE);

    // As each order asks for. What is erased sooner takes a key that may administer the account
    // (https://docs.fal.ai/model-apis/payloads), which a function that makes pictures has no need
    // of.
    private static final Retention RETENTION =
            Retention.of(
                    new Retention.Keeping.NotKept(),
                    new Retention.Keeping.Expires(FalProtocol.RESULT_LIFE));

    private FalProvider() {}

    /** Composes the provider; nothing is called and no secret is read before the first order. */
    public static Provider of(ProviderSetting setting) {
        return of(setting, ProviderTimeouts.USUAL);
    }

    /** Asks for work that nobody ever ordered: who shows a good key is told that there is none. */
    public static KeyCheck keyCheck(ProviderSetting setting) {
        return KeyQuestion.get(
                NAME,
                FalProtocol.SCHEME,
                setting,
                FalProtocol.NOBODYS_WORK,
                answer ->
                        switch (answer.code()) {
                            case 404 -> new KeyCheck.Outcome.Accepted();
                            case 401, 403 -> KeyQuestion.refused(answer);
                            default -> KeyQuestion.odd(answer);
                        });
    }

    static Provider of(ProviderSetting setting, ProviderTimeouts timeouts) {
        ProviderHttp http = new ProviderHttp(NAME, FalProtocol.SCHEME, setting.key(), timeouts);
        ProviderBase base = new ProviderBase(NAME, setting.baseUrl(), setting.us().publicUrl());
        FalLinks links = new FalLinks(base);
        return new Provider(
                NAME,
                Endpoints.of("*/**"),
                new FalSubmission(http, links, base, new RetryAfter(setting.clock())),
                new FalPolling(http, links),
                new FalCancellation(http, links),
                null,
                new Provider.Terms(RESENT, base::isReachable, RETENTION));
    }
}
