/**
 * Hedra's API, version 3: orders with an idempotency key, inputs by handles, signed callbacks. Its
 * answers are few, sixty a minute for each key, so its callbacks are preferred to asking.
 */
@NullMarked
package dev.halftone.providers.hedra;

import org.jspecify.annotations.NullMarked;
