package dev.halftone.providers.google;

import dev.halftone.core.DependencyFailure;
import dev.halftone.core.SecretText;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.circuit.KeyCheck;
import dev.halftone.providers.KeyQuestion;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the token that is good now; each is fetched once, however many calls want it. None of them
 * waits for the others' attempts beyond its own time, which its lease on the work depends on.
 */
final class AccessTokens {

    private final VertexProvider.Identity identity;
    private final TokenEndpoints endpoints;
    private final Clock clock;
    private final Duration waitMax;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Kept kept;

    private record Kept(AccessToken token, String credential) {}

    AccessTokens(VertexProvider.Identity identity, TokenEndpoints endpoints, Clock clock) {
        this(identity, endpoints, clock, GoogleProtocol.TOKEN_STEP);
    }

    AccessTokens(
            VertexProvider.Identity identity,
            TokenEndpoints endpoints,
            Clock clock,
            Duration waitMax) {
        this.identity = identity;
        this.endpoints = endpoints;
        this.clock = clock;
        this.waitMax = waitMax;
    }

    /**
     * A token that is good for some minutes more.
     *
     * @throws TransientFailure if none can be had now
     * @throws dev.halftone.core.PermanentFailure if our credential is none, or not accepted
     */
    AccessToken current() {
        acquire();
        try {
            return keptOrFresh();
        } finally {
            lock.unlock();
        }
    }

    /** Whether a token can be had at this moment, whatever was had before. */
    KeyCheck.Outcome check() {
        forget();
        try {
            current();
            return new KeyCheck.Outcome.Accepted();
        } catch (DependencyFailure e) {
            return KeyQuestion.notShown(e);
        }
    }

    private void acquire() {
        try {
            if (!lock.tryLock(waitMax.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TransientFailure(GoogleProtocol.VERTEX, "no token in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientFailure(GoogleProtocol.VERTEX, "interrupted", e);
        }
    }

    private AccessToken keptOrFresh() {
        SecretText credential = identity.credential().get();
        Kept known = kept;
        // A credential that was replaced has had its tokens too.
        if (known != null
                && credential.reveal().equals(known.credential())
                && isGood(known.token())) {
            return known.token();
        }
        AccessToken fresh =
                GoogleCredential.read(credential)
                        .token(endpoints, identity.callerIdentity(), clock.instant());
        kept = new Kept(fresh, credential.reveal());
        return fresh;
    }

    private boolean isGood(AccessToken token) {
        return clock.instant().isBefore(token.expiresAt().minus(GoogleProtocol.TOKEN_MARGIN));
    }

    /** That what was given out last is not accepted. */
    void forget() {
        kept = null;
    }
}
