package dev.halftone.identity;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to prove who somebody is, between leaving for the provider and coming back.
 *
 * @param session of whom, unless it is to sign in
 * @param stateHash SHA-256 of the state, so that the cookie alone cannot answer for the provider
 */
record Flow(
        String provider,
        Purpose purpose,
        @Nullable String session,
        String stateHash,
        String nonce,
        Pkce pkce,
        ReturnPath returnTo,
        URI redirectUri,
        Instant expiresAt) {

    /** Whether whoever comes back is who left; to sign in may whoever has the cookie. */
    boolean isOf(@Nullable String presented) {
        return purpose == Purpose.SIGN_IN || Objects.equals(session, presented);
    }
}
