package dev.halftone.identity;

import java.net.URI;
import java.time.Instant;

/**
 * One attempt to sign in, between leaving for the provider and coming back.
 *
 * @param stateHash SHA-256 of the state, so that the cookie alone cannot answer for the provider
 */
record Flow(
        String provider,
        String stateHash,
        String nonce,
        Pkce pkce,
        ReturnPath returnTo,
        URI redirectUri,
        Instant expiresAt) {}
