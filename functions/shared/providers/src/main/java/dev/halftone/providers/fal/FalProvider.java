package dev.halftone.providers.fal;

import dev.halftone.core.SecretText;
import dev.halftone.core.generation.Provider;
import java.net.URI;
import java.time.Clock;
import java.util.function.Supplier;

/** fal.ai as a provider. */
public final class FalProvider {

    /** The name under which a catalogue refers to it. */
    public static final String NAME = FalProtocol.NAME;

    private FalProvider() {}

    /**
     * Composes the provider; nothing is called and no secret is read before the first order.
     *
     * @param queueUrl where fal.ai's queue is
     * @param publicUrl where fal.ai finds us, for its callbacks
     */
    public static Provider of(
            URI queueUrl, Supplier<SecretText> key, Supplier<URI> publicUrl, Clock clock) {
        return of(queueUrl, key, publicUrl, clock, FalTimeouts.USUAL);
    }

    static Provider of(
            URI queueUrl,
            Supplier<SecretText> key,
            Supplier<URI> publicUrl,
            Clock clock,
            FalTimeouts timeouts) {
        FalHttp http = new FalHttp(key, timeouts);
        FalLinks links = new FalLinks(queueUrl);
        return new Provider(
                NAME,
                new FalSubmission(http, links, publicUrl, clock),
                new FalPolling(http, links),
                new FalCancellation(http, links),
                // A picture costs cents, and without a callback a lost one would wait for nothing.
                true);
    }
}
