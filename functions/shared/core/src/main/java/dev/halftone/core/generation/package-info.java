/**
 * The life of a generation: quoted, accepted with its credits pending, run by a provider, stored,
 * and ended exactly once, either delivered and posted or failed and voided.
 */
@NullMarked
package dev.halftone.core.generation;

import org.jspecify.annotations.NullMarked;
