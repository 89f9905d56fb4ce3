package dev.halftone.providers.dreammachine;

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

/** Luma's Dream Machine as a provider. */
public final class DreamMachineProvider {

    /** The name under which a catalogue refers to it. */
    public static final String NAME = DreamMachineProtocol.NAME;

    // A picture costs a cent or two, a film up to some dollars.
    private static final Set<MediaKind> RESENT = Set.of(MediaKind.IMAGE);

    private DreamMachineProvider() {}

    /** Composes the provider; nothing is called and no secret is read before the first order. */
    public static Provider of(ProviderSetting setting) {
        return of(setting, ProviderTimeouts.USUAL);
    }

    /** Asks for our balance, however much it is. */
    public static KeyCheck keyCheck(ProviderSetting setting) {
        return KeyQuestion.get(
                NAME,
                DreamMachineProtocol.SCHEME,
                setting,
                DreamMachineProtocol.CREDITS,
                KeyQuestion.reading(Set.of(401, 403)));
    }

    static Provider of(ProviderSetting setting, ProviderTimeouts timeouts) {
        ProviderHttp http =
                new ProviderHttp(NAME, DreamMachineProtocol.SCHEME, setting.key(), timeouts);
        ProviderBase base = new ProviderBase(NAME, setting.baseUrl(), setting.us().publicUrl());
        DreamMachineCallbacks callbacks = new DreamMachineCallbacks(setting.key());
        DreamMachineDeletion deletion = new DreamMachineDeletion(http, base);
        return new Provider(
                NAME,
                Endpoints.of("photon-1", "photon-flash-1", "ray-2", "ray-flash-2"),
                new DreamMachineSubmission(http, base, callbacks, new RetryAfter(setting.clock())),
                new DreamMachinePolling(http, base),
                deletion::cancel,
                new DreamMachineInquiry(http, base, callbacks),
                new Provider.Terms(RESENT, base::isReachable, Retention.erasedBy(deletion::erase)));
    }
}
