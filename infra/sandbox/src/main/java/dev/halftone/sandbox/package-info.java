/**
 * The outside world on loopback: one server that stands for the model provider, the identity
 * provider and the parameter store. It speaks their wire formats and knows nothing of Halftone.
 */
@NullMarked
package dev.halftone.sandbox;

import org.jspecify.annotations.NullMarked;
