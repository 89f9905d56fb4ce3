/** Holds the adapter against the sandbox's Stripe, over HTTP. */
@NullMarked
package dev.halftone.stripe;

import org.jspecify.annotations.NullMarked;
