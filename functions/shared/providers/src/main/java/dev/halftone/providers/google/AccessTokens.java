package dev.halftone.providers.google;

import dev.halftone.core.SecretText;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Keeps the token that is good now; each is fetched once, however many calls want it. */
final class AccessTokens {

    private final VertexProvider.Identity identity;
    private final TokenEndpoints endpoints;
    private final Clock clock;
    private @Nullable AccessToken kept;
    private @Nullable String keptFor;

    AccessTokens(VertexProvider.Identity identity, TokenEndpoints endpoints, Clock clock) {
        this.identity = identity;
        this.endpoints = endpoints;
        this.clock = clock;
    }

    /** A token that is good for some minutes more. */
    synchronized AccessToken current() {
        SecretText credential = identity.credential().get();
        AccessToken known = kept;
        // A credential that was replaced has had its tokens too.
        if (known != null
                && credential.reveal().equals(keptFor)
                && clock.instant().isBefore(known.expiresAt().minus(GoogleProtocol.TOKEN_MARGIN))) {
            return known;
        }
        AccessToken fresh =
                GoogleCredential.read(credential)
                        .token(endpoints, identity.callerIdentity(), clock.instant());
        kept = fresh;
        keptFor = credential.reveal();
        return fresh;
    }

    synchronized void forget() {
        kept = null;
        keptFor = null;
    }
}
