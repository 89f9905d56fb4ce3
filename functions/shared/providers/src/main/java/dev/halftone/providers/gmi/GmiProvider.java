package dev.halftone.providers.gmi;

import dev.halftone.core.catalogue.MediaKind;
import dev.halftone.core.circuit.KeyCheck;
import dev.halftone.core.generation.Endpoints;
import dev.halftone.core.generation.Provider;
import dev.halftone.providers.KeyQuestion;
import dev.halftone.providers.ProviderBase;
import dev.halftone.providers.ProviderHttp;
import dev.halftone.providers.ProviderSetting;
import dev.halftone.providers.ProviderTimeouts;
import dev.halftone.providers.RetryAfter;
import java.util.EnumSet;
import java.util.Set;

/** GMI Cloud as a provider. */
public final class GmiProvider {

    /** The name under which a catalogue refers to it. */
    public static final String NAME = GmiProtocol.NAME;

    private GmiProvider() {}

    /** Composes the provider; nothing is called and no secret is read before the first order. */
    public static Provider of(ProviderSetting setting) {
        return of(setting, ProviderTimeouts.USUAL);
    }

    /** Asks for the last of our requests. */
    public static KeyCheck keyCheck(ProviderSetting setting) {
        return KeyQuestion.get(
                NAME,
                GmiProtocol.SCHEME,
                setting,
                GmiProtocol.OUR_LAST_REQUEST,
                KeyQuestion.reading(Set.of(401, 403)));
    }

    static Provider of(ProviderSetting setting, ProviderTimeouts timeouts) {
        ProviderHttp http = new ProviderHttp(NAME, GmiProtocol.SCHEME, setting.key(), timeouts);
        ProviderBase base = new ProviderBase(NAME, setting.baseUrl(), setting.us().publicUrl());
        return new Provider(
                NAME,
                Endpoints.of("seedream-5.*", "wan2.6-t2v", "seedance-*"),
                new GmiSubmission(http, base, new RetryAfter(setting.clock())),
                new GmiPolling(http, base),
                // No page says how to stop a request: it ends as it ends.
                _ -> {},
                new GmiInquiry(http, base),
                // What its list does not show after a lease is over was most likely never taken.
                new Provider.Terms(EnumSet.allOf(MediaKind.class), () -> false));
    }
}
