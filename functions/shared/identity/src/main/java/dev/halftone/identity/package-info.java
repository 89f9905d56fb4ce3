/**
 * Signing in with an OpenID Connect provider, by issuer configuration alone: the authorization code
 * flow with PKCE, and the one verifier of identity tokens.
 *
 * <p>Knows providers and their tokens; knows neither sessions nor HTTP events.
 */
@NullMarked
package dev.halftone.identity;

import org.jspecify.annotations.NullMarked;
