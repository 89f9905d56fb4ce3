/** Stands in for Stripe: its API, its pages for payers, its events, and a desk for developers. */
@NullMarked
package dev.halftone.sandbox.stripe;

import org.jspecify.annotations.NullMarked;
