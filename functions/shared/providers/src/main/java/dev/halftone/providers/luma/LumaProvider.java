package dev.halftone.providers.luma;

import dev.halftone.core.catalogue.MediaKind;
import dev.halftone.core.generation.Endpoints;
import dev.halftone.core.generation.Provider;
import dev.halftone.providers.ProviderBase;
import dev.halftone.providers.ProviderHttp;
import dev.halftone.providers.ProviderSetting;
import dev.halftone.providers.ProviderTimeouts;
import dev.halftone.providers.RetryAfter;
import java.util.Set;

/** Luma's Agents API as a provider. */
public final class LumaProvider {

    /** The name under which a catalogue refers to it. */
    public static final String NAME = LumaProtocol.NAME;

    // A picture costs four cents; a film costs up to some dollars, and is waited for in vain.
    private static final Set<MediaKind> RESENT = Set.of(MediaKind.IMAGE);

    private LumaProvider() {}

    /** Composes the provider; nothing is called and no secret is read before the first order. */
    public static Provider of(ProviderSetting setting) {
        return of(setting, ProviderTimeouts.USUAL);
    }

    static Provider of(ProviderSetting setting, ProviderTimeouts timeouts) {
        ProviderHttp http = new ProviderHttp(NAME, LumaProtocol.SCHEME, setting.key(), timeouts);
        ProviderBase base = new ProviderBase(NAME, setting.baseUrl(), setting.us().publicUrl());
        return new Provider(
                NAME,
                Endpoints.of("uni-1", "uni-1-max", "ray-3.2"),
                new LumaSubmission(http, base, new RetryAfter(setting.clock())),
                new LumaPolling(http, base),
                // It has no call to stop with: it ends as it ends.
                _ -> {},
                null,
                new Provider.Terms(RESENT, () -> false));
    }
}
