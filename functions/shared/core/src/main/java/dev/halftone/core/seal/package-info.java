/**
 * Makes the ledger provable to whoever does not trust it: every line joins its account's hash
 * chain, and the heads of the chains that grew are signed together, every hour.
 *
 * <p>The texts are on paper for ever: what is hashed or signed here is said character by character,
 * and a verifier that shares no code with this package must come to the same. Nothing here is part
 * of what a person waits for, and nothing of it decides about credits.
 */
@NullMarked
package dev.halftone.core.seal;

import org.jspecify.annotations.NullMarked;
