package dev.halftone.providers.hedra;

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

/** Hedra as a provider. */
public final class HedraProvider {

    /** The name under which a catalogue refers to it. */
    public static final String NAME = HedraProtocol.NAME;

    // A job stays, without a word about how long; what came of it does not.
    private static final Retention RETENTION =
            Retention.of(
                    new Retention.Keeping.Undeclared(),
                    new Retention.Keeping.Expires(HedraProtocol.RESULT_LIFE));

    private HedraProvider() {}

    /** Composes the provider; nothing is called and no secret is read before the first order. */
    public static Provider of(ProviderSetting setting) {
        return of(setting, ProviderTimeouts.USUAL);
    }

    /** Asks for our balance, however much it is. */
    public static KeyCheck keyCheck(ProviderSetting setting) {
        return KeyQuestion.get(
                NAME,
                HedraProtocol.SCHEME,
                setting,
                HedraProtocol.BALANCE,
                KeyQuestion.reading(Set.of(401, 403)));
    }

    static Provider of(ProviderSetting setting, ProviderTimeouts timeouts) {
        ProviderHttp http = new ProviderHttp(NAME, HedraProtocol.SCHEME, setting.key(), timeouts);
        ProviderBase base = new ProviderBase(NAME, setting.baseUrl(), setting.us().publicUrl());
        RetryAfter retryAfter = new RetryAfter(setting.clock());
        HedraFiles files = new HedraFiles(http, base, retryAfter);
        HedraSubmission submission = new HedraSubmission(http, base, files, retryAfter);
        return new Provider(
                NAME,
                Endpoints.of("*"),
                submission,
                new HedraPolling(http, base),
                // It has no call to stop with: it ends as it ends.
                _ -> {},
                // With the same key it is the same order, so giving it again is a way of asking.
                (order, _) -> submission.submit(order),
                new Provider.Terms(Set.of(), base::isReachable, RETENTION));
    }
}
