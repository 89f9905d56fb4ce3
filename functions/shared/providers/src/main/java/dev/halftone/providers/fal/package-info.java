/**
 * fal.ai's queue: submit, status, result, cancel, and its signed callbacks. Nothing of its words
 * leaves this package but request ids, addresses, and details for operators.
 */
@NullMarked
package dev.halftone.providers.fal;

import org.jspecify.annotations.NullMarked;
