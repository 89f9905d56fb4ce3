/**
 * Who somebody is, on the word of others: the authorization code flow with PKCE, tokens that a
 * provider's script gave to the page, and the one verifier of both, with one profile per issuer.
 *
 * <p>Knows providers and their tokens; knows neither sessions nor HTTP events.
 */
@NullMarked
package dev.halftone.identity;

import org.jspecify.annotations.NullMarked;
