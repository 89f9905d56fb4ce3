/** Tables of the queue API. */
@NullMarked
package dev.halftone.sandbox.fal;

import org.jspecify.annotations.NullMarked;
