package dev.halftone.identity;

import org.jspecify.annotations.Nullable;

/**
 * What somebody shows a token for.
 *
 * @param nonce of the flow that it ends; absent for issuers whose tokens repeat none
 * @param purpose to confirm who one is, it has to tell of a sign-in just now
 */
record TokenUse(@Nullable String nonce, Purpose purpose) {}
