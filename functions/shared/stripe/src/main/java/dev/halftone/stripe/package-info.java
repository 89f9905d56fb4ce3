/**
 * Payments by Stripe, as {@link dev.halftone.core.payment.PaymentProcessor} wants them. What an
 * event says is only a hint of what to look at: facts are read from the API, so that an old, late
 * or repeated event says what is so now.
 */
@NullMarked
package dev.halftone.stripe;

import org.jspecify.annotations.NullMarked;
