/** The real handler, the real verifier, and callbacks signed as fal.ai signs them. */
@NullMarked
package dev.halftone.function.providerwebhook;

import org.jspecify.annotations.NullMarked;
