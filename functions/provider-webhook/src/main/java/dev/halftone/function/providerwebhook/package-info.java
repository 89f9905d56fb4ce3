/** Receives providers' callbacks: verifies, enqueues, answers. It knows no table. */
@NullMarked
package dev.halftone.function.providerwebhook;

import org.jspecify.annotations.NullMarked;
