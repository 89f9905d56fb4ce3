/** Receives payment processors' messages: verifies, has them take effect, answers. */
@NullMarked
package dev.halftone.function.paymentwebhook;

import org.jspecify.annotations.NullMarked;
